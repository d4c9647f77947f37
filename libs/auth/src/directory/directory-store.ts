/** What a directory holds: its version changes with every change, and is absent before the first. */
export interface DirectoryContent {
  readonly version: string | undefined;
  /** Bodies by id. */
  readonly entries: ReadonlyMap<string, string>;
}

export interface DirectoryChange {
  readonly id: string;
  readonly body: string;
  /** New version, never used before. */
  readonly version: string;
  /** The version that the change was decided on. */
  readonly expected: string | undefined;
  /** The entry vanishes after this time, s; the version stays. */
  readonly ttlSeconds?: number;
}

/**
 * A small set of entries that are decided on together: users, API tokens, signing keys. Every change is conditional on
 * the version of the whole set, so a rule over all entries cannot be broken by two changes at once.
 */
export interface DirectoryStore {
  /** `serial` also completes a change whose outcome is unknown. */
  read(options: { readonly serial: boolean }): Promise<DirectoryContent>;
  /** The version alone, as new as `read` without `serial`. */
  readVersion(): Promise<string | undefined>;
  /**
   * @returns whether the version was the expected one and the entry is written
   * @throws UnknownOutcomeError
   */
  put(change: DirectoryChange): Promise<boolean>;
}
