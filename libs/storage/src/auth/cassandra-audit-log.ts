import { AUDIT_DAYS, type AuditEntry, type AuditLog } from '@reaper-sidecar/auth';
import { CREATION_STAMP, type Page, UnreadableBodyError } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import { decodeCursor, encodeCursor } from '../runs/cursor.js';
import { checkLimit } from '../runs/page-limit.js';
import { auditStatements } from './audit-statements.js';

const DAY_MS = 86_400_000;
/** So many days are looked through for one page. */
const DAYS_PER_PAGE = 10;

/** Everything strictly older than this moment and id. */
type Position = readonly [atMs: number, id: string];

/** Table `audit`: one partition a day. */
export class CassandraAuditLog implements AuditLog {
  constructor(private readonly connection: CassandraConnection) {}

  append({ id, atMs, ...rest }: AuditEntry): Promise<void> {
    const ttlSeconds = (AUDIT_DAYS * DAY_MS) / 1_000;
    const values = [dayOf(atMs), BigInt(atMs), id, JSON.stringify(rest), BigInt(CREATION_STAMP), ttlSeconds];
    return this.connection.write(auditStatements.append, values);
  }

  async list({ limit, cursor, nowMs }: Parameters<AuditLog['list']>[0]): Promise<Page<AuditEntry>> {
    checkLimit(limit);
    // The clock of another sidecar may be ahead.
    let position: Position = cursor === undefined ? [nowMs + DAY_MS, ''] : decodeCursor(cursor, isPosition);
    const oldest = nowMs - (AUDIT_DAYS + 1) * DAY_MS;
    const items: AuditEntry[] = [];
    for (let days = 0; days < DAYS_PER_PAGE && position[0] > oldest; days++) {
      items.push(...(await this.read(position, limit - items.length)));
      const last = items.at(-1);
      if (last && items.length === limit) return { items, nextCursor: encodeCursor([last.atMs, last.id]) };
      position = [startOfDay(position[0]), ''];
    }
    return position[0] > oldest ? { items, nextCursor: encodeCursor(position) } : { items };
  }

  /** Of the day in which the position lies; one at midnight lies in the day that ends then. */
  private async read([atMs, id]: Position, limit: number): Promise<readonly AuditEntry[]> {
    const day = dayOf(id === '' ? atMs - 1 : atMs);
    const rows = await this.connection.rows(auditStatements.page, [day, BigInt(atMs), id, limit]);
    return rows.map((row) => toEntry(Number(row.get('at_ms')), textOf(row, 'id'), textOf(row, 'body')));
  }
}

function toEntry(atMs: number, id: string, body: string): AuditEntry {
  try {
    return { ...(JSON.parse(body) as AuditEntry), id, atMs };
  } catch (cause) {
    throw new UnreadableBodyError(`The audit entry ${id} is not JSON`, { id }, { cause });
  }
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** Midnight before a moment; before midnight itself the one a day earlier. */
function startOfDay(atMs: number): number {
  return Date.parse(`${dayOf(atMs - 1)}T00:00:00Z`);
}

function isPosition(position: readonly unknown[]): position is Position {
  const [atMs, id] = position;
  const isTime = Number.isSafeInteger(atMs) && Math.abs(atMs as number) < 8_640_000_000_000_000;
  return position.length === 2 && isTime && typeof id === 'string';
}
