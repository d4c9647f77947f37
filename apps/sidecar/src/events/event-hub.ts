import { Injectable } from '@nestjs/common';
import type { EngineObserver, FinalRunState, RunState } from '@reaper-sidecar/repair-core';
import type { ChangeEvent } from './event.js';

export type EventListener = (event: ChangeEvent) => void;

/** Passes changes on to the browsers; what the own engine does arrives at once. */
@Injectable()
export class EventHub implements EngineObserver {
  readonly #listeners = new Set<EventListener>();

  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: ChangeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  runChanged(runId: string, state: RunState): void {
    this.publish({ type: 'run', runId, state });
  }

  runEnded(runId: string, state: FinalRunState): void {
    this.publish({ type: 'run', runId, state });
  }

  leading(): void {
    this.publish({ type: 'cluster' });
  }
}
