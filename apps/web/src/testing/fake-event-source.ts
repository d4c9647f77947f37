import { act } from '@testing-library/react';

/** Stands in for the browser's EventSource; opens at once unless told otherwise. */
export class FakeEventSource extends EventTarget {
  static #all: FakeEventSource[] = [];
  /** While true, streams fail instead of opening. */
  static refusing = false;

  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeEventSource.#all.push(this);
    const refused = FakeEventSource.refusing;
    queueMicrotask(() => act(() => (this.closed ? undefined : refused ? this.onerror?.() : this.onopen?.())));
  }

  static get opened(): readonly FakeEventSource[] {
    return FakeEventSource.#all;
  }

  /** The streams that the page has not closed. */
  static get alive(): readonly FakeEventSource[] {
    return FakeEventSource.#all.filter(({ closed }) => !closed);
  }

  static forgetAll(): void {
    FakeEventSource.#all = [];
    FakeEventSource.refusing = false;
  }

  static send(type: string): void {
    act(() => FakeEventSource.alive.forEach((stream) => void stream.dispatchEvent(new Event(type))));
  }

  /** The connection of every stream breaks. */
  static breakAll(): void {
    act(() => FakeEventSource.alive.forEach((stream) => stream.onerror?.()));
  }

  close(): void {
    this.closed = true;
  }
}
