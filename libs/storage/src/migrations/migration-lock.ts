import { randomUUID } from 'node:crypto';
import type { PreparationContext } from '../connection/cassandra-connection.js';
import { UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import type { Statement } from '../connection/statement.js';
import { migrationStatements } from './migration-statements.js';

/** A holder whose beat stands still this long by the watcher's clock has died. */
export const LOCK_DEAD_AFTER_MS = 30_000;
const BEAT_AFTER_MS = 3_000;

interface SeenLock {
  readonly holder: string;
  readonly beat: number;
  readonly sinceMs: number;
}

/** One sidecar changes the schema at a time. Its holder beats; nobody compares clocks. */
export class MigrationLock {
  readonly #token: string;
  #beat = 0;
  #beatAtMs = 0;
  #seen: SeenLock | undefined;

  constructor(private readonly context: PreparationContext) {
    this.#token = `${context.node.hostId} ${randomUUID()}`;
  }

  /** Tries once. */
  async tryAcquire(): Promise<boolean> {
    const seen = await this.#look(migrationStatements.readLock);
    if (!seen) return this.#attempt(() => this.context.runner.conditional(migrationStatements.lock, [this.#token]));
    if (performance.now() - seen.sinceMs < LOCK_DEAD_AFTER_MS) return false;
    const expected = [this.#token, seen.holder, seen.beat];
    return this.#attempt(() => this.context.runner.conditional(migrationStatements.takeOverLock, expected));
  }

  /** Who holds it, for people. */
  holder(): string {
    return this.#seen?.holder.split(' ')[0] ?? 'nobody';
  }

  /** Shows that the holder lives; throws when the lock was taken away. */
  async beat(): Promise<void> {
    if (performance.now() - this.#beatAtMs < BEAT_AFTER_MS) return;
    this.#beat += 1;
    const answer = await this.context.runner.conditional(migrationStatements.beatLock, [this.#beat, this.#token]);
    if (!answer.applied) throw new Error('Another sidecar took over the schema change; starting again');
    this.#beatAtMs = performance.now();
  }

  /** Best effort: a lock left behind is taken over. */
  async release(): Promise<void> {
    await this.context.runner.conditional(migrationStatements.unlock, [this.#token]).catch(() => undefined);
  }

  async #look(statement: Statement): Promise<SeenLock | undefined> {
    const [row] = await this.context.runner.rows(statement, []);
    const holder = row?.get('holder') as string | null | undefined;
    if (!row || !holder) return (this.#seen = undefined);
    const beat = row.get('beat') as number;
    if (this.#seen?.holder === holder && this.#seen.beat === beat) return this.#seen;
    return (this.#seen = { holder, beat, sinceMs: performance.now() });
  }

  async #attempt(write: () => Promise<{ readonly applied: boolean }>): Promise<boolean> {
    try {
      if (!(await write()).applied) return false;
    } catch (error) {
      if (!(error instanceof UnknownOutcomeError)) throw error;
      if ((await this.#look(migrationStatements.readLockSerial))?.holder !== this.#token) return false;
    }
    this.#beatAtMs = performance.now();
    return true;
  }
}
