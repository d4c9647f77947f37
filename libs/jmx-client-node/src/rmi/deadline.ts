import { JmxAbortError } from '../errors.js';

/** How long a caller is willing to wait, over all steps of what it asked for. */
export class Deadline {
  private readonly at: number;

  constructor(
    readonly timeoutMs: number,
    readonly signal?: AbortSignal | undefined,
  ) {
    this.at = performance.now() + timeoutMs;
  }

  get remainingMs(): number {
    return Math.max(0, Math.ceil(this.at - performance.now()));
  }

  throwIfAborted(what: string): void {
    if (this.signal?.aborted) throw new JmxAbortError(what, { cause: this.signal.reason, requestSent: false });
  }

  /** Calls `onTime` or `onAbort` at most once in all; the returned function calls the watch off. */
  watch(onTime: () => void, onAbort: () => void): () => void {
    const timer = setTimeout(onTime, this.remainingMs);
    this.signal?.addEventListener('abort', onAbort, { once: true });
    return () => {
      clearTimeout(timer);
      this.signal?.removeEventListener('abort', onAbort);
    };
  }
}
