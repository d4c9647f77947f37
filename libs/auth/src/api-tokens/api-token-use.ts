import type { Clock, Log } from '@reaper-sidecar/repair-core';

/** When API tokens were last used, to the hour; for people, decides nothing. */
export interface ApiTokenUseStore {
  write(tokenId: string, atMs: number, ttlSeconds: number): Promise<void>;
  readAll(): Promise<ReadonlyMap<string, number>>;
}

const HOUR_MS = 3_600_000;
const REMEMBER_SECONDS = 400 * 86_400;

/** Notes the use of API tokens at most once an hour each. */
export class ApiTokenUse {
  readonly #noted = new Map<string, number>();

  constructor(
    private readonly store: ApiTokenUseStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  note(tokenId: string): void {
    const hour = Math.floor(this.clock.wallMs() / HOUR_MS) * HOUR_MS;
    if (this.#noted.get(tokenId) === hour) return;
    this.#noted.set(tokenId, hour);
    this.store.write(tokenId, hour, REMEMBER_SECONDS).catch((error: unknown) => {
      this.#noted.delete(tokenId);
      this.log.debug('Use of an API token not noted', { tokenId, error });
    });
  }

  readAll(): Promise<ReadonlyMap<string, number>> {
    return this.store.readAll();
  }
}
