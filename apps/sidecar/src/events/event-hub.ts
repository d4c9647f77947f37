import { Injectable } from '@nestjs/common';
import type { EngineObserver, FinalRunState, RunState } from '@reaper-sidecar/repair-core';
import type { ChangeEvent, StreamEvent } from './event.js';
import { encode, type EventStream } from './event-stream.js';

export interface EventHubOptions {
  readonly maxStreams?: number;
  readonly heartbeatMs?: number;
}

/** Passes changes on to all streams; what the own engine does arrives at once. One timer serves all of them. */
@Injectable()
export class EventHub implements EngineObserver {
  readonly maxStreams: number;
  readonly #heartbeatMs: number;
  readonly #streams = new Set<EventStream>();
  #heartbeat: NodeJS.Timeout | undefined;
  /** Name of the state that all streams have been told. */
  #id: string | undefined;

  constructor({ maxStreams = 1_000, heartbeatMs = 5_000 }: EventHubOptions = {}) {
    this.maxStreams = maxStreams;
    this.#heartbeatMs = heartbeatMs;
  }

  get listeners(): number {
    return this.#streams.size;
  }

  /** @returns call when the client is gone */
  add(stream: EventStream): () => void {
    this.#streams.add(stream);
    this.#heartbeat ??= setInterval(() => this.broadcast({ type: 'heartbeat' }, this.#id), this.#heartbeatMs);
    return () => {
      this.#streams.delete(stream);
      if (this.#streams.size > 0) return;
      clearInterval(this.#heartbeat);
      this.#heartbeat = undefined;
    };
  }

  /** Changes that lead to the state `id`; the last of them carries its name. */
  advance(changes: readonly ChangeEvent[], id: string): void {
    this.#id = id;
    changes.forEach((change, n) => this.broadcast(change, n === changes.length - 1 ? id : undefined));
  }

  /** Passes on what happened in this process, before it can be read from the store. */
  publish(event: ChangeEvent): void {
    this.broadcast(event);
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

  /** A name goes only to streams that were told everything before it. */
  private broadcast(event: StreamEvent, id?: string): void {
    const [named, plain] = [encode(event, id), encode(event)];
    for (const stream of this.#streams) {
      if (stream.wants(event)) stream.write(stream.started ? named : plain);
    }
  }
}
