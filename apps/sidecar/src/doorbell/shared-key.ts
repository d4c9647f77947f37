import type { ClusterKeyStore, Runtime } from '@reaper-sidecar/repair-core';

const RETRY_MS = 2_000;

/** The key that signs doorbells, fetched once; without it doorbells are neither sent nor heard. */
export class SharedKey {
  #key: Uint8Array | undefined;

  constructor(
    private readonly store: ClusterKeyStore,
    private readonly runtime: Pick<Runtime, 'timers' | 'log'>,
  ) {}

  get(): Uint8Array | undefined {
    return this.#key;
  }

  /** Tries until it has the key or the signal aborts. */
  async fetch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#key) {
      try {
        this.#key = await this.store.getOrCreate();
      } catch (error) {
        this.runtime.log.debug('Key of the cluster not read yet', { error });
        await this.runtime.timers.sleep(RETRY_MS, signal);
      }
    }
  }
}
