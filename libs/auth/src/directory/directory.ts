import { type BodyCodec, type Clock, UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { ChangedMeanwhileError } from '../errors/auth-errors.js';
import type { Secrets } from '../secrets.js';
import type { DirectoryChange, DirectoryContent, DirectoryStore } from './directory-store.js';
import { SharedRead } from './shared-read.js';

/** Others' changes are seen after this time at the latest, and a process that nobody asks reads nothing. */
const MAX_AGE_MS = 5_000;
const TRIES = 8;

export interface Entries<T> {
  readonly version: string | undefined;
  readonly entries: ReadonlyMap<string, T>;
}

export interface DecidedChange<T> {
  readonly id: string;
  readonly value: T;
  readonly ttlSeconds?: number;
}

/** A directory store with typed entries, a short-lived copy in memory, and changes that are decided on what is there. */
export class Directory<T> {
  readonly #shared: SharedRead<Entries<T>>;
  #known: Entries<T> | undefined;

  constructor(
    private readonly store: DirectoryStore,
    private readonly codec: BodyCodec<T>,
    clock: Clock,
    private readonly secrets: Secrets,
  ) {
    this.#shared = new SharedRead(clock, MAX_AGE_MS, () => this.readIfChanged());
  }

  /** At most 5 s old. A refusal must not rest on it alone: ask {@link fresh} first. */
  cached(): Promise<Entries<T>> {
    return this.#shared.cached();
  }

  /** As it is now. */
  fresh(): Promise<Entries<T>> {
    return this.#shared.fresh();
  }

  /**
   * Decides on what is there, and again when others were quicker. `decide` throws to refuse, and returns undefined when
   * there is nothing to do.
   */
  async change(decide: (present: Entries<T>) => DecidedChange<T> | undefined): Promise<void> {
    let present = await this.fresh();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const decided = decide(present);
      if (!decided || (await this.put(decided, present.version))) return this.#shared.forget();
      present = this.decode(await this.store.read({ serial: true }));
    }
    throw new ChangedMeanwhileError('Others changed the same at the same time; try again');
  }

  private async put({ value, ...rest }: DecidedChange<T>, expected: string | undefined): Promise<boolean> {
    const version = this.secrets(12).toString('hex');
    const change = { ...rest, body: this.codec.encode(value), version, expected };
    try {
      return await this.store.put(change);
    } catch (error) {
      if (!(error instanceof UnknownOutcomeError)) throw error;
      return this.resolve(change, error);
    }
  }

  /** Whether a write with a lost answer took effect. */
  private async resolve(change: DirectoryChange, error: Error): Promise<boolean> {
    const { version, entries } = await this.store.read({ serial: true });
    if (version === change.version || entries.get(change.id) === change.body) return true;
    if (version === change.expected) return false;
    throw error;
  }

  private async readIfChanged(): Promise<Entries<T>> {
    const known = this.#known;
    if (known && known.version === (await this.store.readVersion())) return known;
    this.#known = this.decode(await this.store.read({ serial: false }));
    return this.#known;
  }

  private decode({ version, entries }: DirectoryContent): Entries<T> {
    return { version, entries: new Map([...entries].map(([id, body]) => [id, this.codec.decode(body)])) };
  }
}
