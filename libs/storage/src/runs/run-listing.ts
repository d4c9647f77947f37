import { type BegunPlan, CREATION_STAMP, type Page, type RunCreation, type Stamp } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { checkLimit } from './page-limit.js';
import { runStatements } from './run-statements.js';
import { startOfMonth, utcMonth } from './utc-month.js';

/** So many of the newest months with runs are looked through for one page. */
const MONTHS_PER_PAGE = 3;

/** Everything strictly older than this moment and run id. */
type Position = readonly [createdAtMs: number, runId: string];

/** Later than any run, and still a date. */
const NEWEST: Position = [8_640_000_000_000_000 - 1, ''];

/**
 * Tables `run_index` and `run_month`: run ids, newest first. Two statements per page. A page is short when the newest
 * three months that have runs hold less than it.
 */
export class RunListing {
  constructor(private readonly connection: CassandraConnection) {}

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
    const newest = createdAtMs >= NEWEST[0] ? '9999-12' : utcMonth(createdAtMs);
    const rows = await this.connection.rows(runStatements.months, [newest]);
    return rows.map((row) => textOf(row, 'month'));
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
