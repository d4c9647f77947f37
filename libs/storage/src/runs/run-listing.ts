import { type BegunPlan, CREATION_STAMP, type Page, type RunCreation, type Stamp } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { checkLimit } from './page-limit.js';
import { runStatements } from './run-statements.js';
import { startOfMonth, utcMonth } from './utc-month.js';

const DAY_MS = 86_400_000;

/** Months only ever come to be, so what was read once stays true; those around now are looked through anyway. */
export const MONTHS_KEPT_FOR_MS = 600_000;

/** So many of the newest months are looked through for one page: three that have runs, whatever the month is now. */
const MONTHS_PER_PAGE = 5;

const LAST_MONTH = '9999-12';

/** Everything strictly older than this moment and run id. */
type Position = readonly [createdAtMs: number, runId: string];

/** Later than any run, and still a date. */
const NEWEST: Position = [8_640_000_000_000_000 - 1, ''];

/**
 * Tables `run_index` and `run_month`: run ids, newest first. One statement per page, and one more when the months that
 * have runs were not read for long: a run that a clock more than a day off puts into a month of its own shows up then.
 * A page is short when the newest three such months hold less than it.
 */
export class RunListing {
  #months: { readonly names: readonly string[]; readonly readAtMs: number } | undefined;

  constructor(
    private readonly connection: CassandraConnection,
    private readonly monthsKeptForMs: number,
  ) {}

  async add({ runId, createdAtMs }: Pick<RunCreation, 'runId' | 'createdAtMs'>): Promise<void> {
    const stamp = BigInt(CREATION_STAMP);
    await this.connection.write(runStatements.addMonth, [utcMonth(createdAtMs), stamp]);
    await this.connection.write(runStatements.addToIndex, [utcMonth(createdAtMs), BigInt(createdAtMs), runId, stamp]);
  }

  remove({ runId, createdAtMs }: Pick<BegunPlan, 'runId' | 'createdAtMs'>, stamp: Stamp): Promise<void> {
    const values = [BigInt(stamp), utcMonth(createdAtMs), BigInt(createdAtMs), runId];
    return this.connection.write(runStatements.removeFromIndex, values);
  }

  async page({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Page<string>> {
    checkLimit(limit);
    const after = cursor === undefined ? NEWEST : decodeCursor(cursor, isPosition);
    const months = await this.#monthsUpTo(after);
    const read = months.slice(0, MONTHS_PER_PAGE);
    const found = await this.#read(read, after, limit + 1);
    const chosen = found.slice(0, limit);
    const next = found.length > limit ? chosen.at(-1) : endOf(read, months);
    const items = chosen.map(([, runId]) => runId);
    return next ? { items, nextCursor: encodeCursor(next) } : { items };
  }

  async #monthsUpTo([createdAtMs]: Position): Promise<readonly string[]> {
    const newest = createdAtMs >= NEWEST[0] ? LAST_MONTH : utcMonth(createdAtMs);
    const now = Date.now();
    const aroundNow = [now - DAY_MS, now, now + DAY_MS].map(utcMonth);
    const months = [...new Set([...aroundNow, ...(await this.#knownMonths(now))])];
    return months.filter((month) => month <= newest).sort((a, b) => (a > b ? -1 : 1));
  }

  async #knownMonths(now: number): Promise<readonly string[]> {
    if (this.#months && now - this.#months.readAtMs < this.monthsKeptForMs) return this.#months.names;
    const rows = await this.connection.rows(runStatements.months, [LAST_MONTH]);
    const names = rows.map((row) => textOf(row, 'month'));
    this.#months = { names, readAtMs: now };
    return names;
  }

  async #read(months: readonly string[], [createdAtMs, runId]: Position, limit: number): Promise<readonly Position[]> {
    if (months.length === 0) return [];
    const values = [[...months], BigInt(createdAtMs), runId, limit];
    const rows = await this.connection.rows(runStatements.indexPage, values);
    const found = rows.map((row): Position => [numberOf(row, 'created_at_ms'), textOf(row, 'run_id')]);
    return found.sort((a, b) => b[0] - a[0] || (a[1] > b[1] ? -1 : 1));
  }
}

/** Where the next page begins when there are months that this one did not look at. */
function endOf(read: readonly string[], months: readonly string[]): Position | undefined {
  const oldest = read.at(-1);
  return oldest !== undefined && months.length > read.length ? [startOfMonth(oldest), ''] : undefined;
}

function isPosition(position: readonly unknown[]): position is Position {
  const [createdAtMs, runId] = position;
  const isTime = Number.isSafeInteger(createdAtMs) && Math.abs(createdAtMs as number) <= NEWEST[0];
  return position.length === 2 && isTime && typeof runId === 'string';
}
