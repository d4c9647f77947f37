import { type Client, types } from 'cassandra-driver';

/** What one replica, asked alone, gets wrong. */
export interface ReplicaAudit {
  readonly node: number;
  /** Rows it should hold, over all tables. */
  readonly expected: number;
  readonly missing: number;
  /** Rows with an old value. */
  readonly stale: number;
  /** Rows that were deleted and that it still returns. */
  readonly undeleted: number;
}

export function totalDamage(audits: readonly ReplicaAudit[]): number {
  return audits.reduce((sum, audit) => sum + audit.missing + audit.stale + audit.undeleted, 0);
}

/** Expected value by id; ids that are not in it must not be returned. */
export type ExpectedRows = ReadonlyMap<number, string>;

const PAGE_ROWS = 5_000;

/**
 * Reads every range that this node replicates at consistency ONE with the node as coordinator: it answers from its own data, being the
 * nearest replica (the clusters of the tests run without dynamic snitch). No read at ONE starts a read repair on 4.0+.
 */
export async function auditTable(
  client: Client,
  keyspace: string,
  table: string,
  expected: ExpectedRows,
): Promise<Omit<ReplicaAudit, 'node'>> {
  const found = await readOwnRows(client, keyspace, table);
  const owned = ownedIds(client, keyspace, expected);
  const returned = [...found];
  return {
    expected: owned.length,
    missing: owned.filter((id) => !found.has(id)).length,
    stale: returned.filter(([id, value]) => expected.has(id) && expected.get(id) !== value).length,
    undeleted: returned.filter(([id]) => !expected.has(id)).length,
  };
}

async function readOwnRows(client: Client, keyspace: string, table: string): Promise<Map<number, string>> {
  const rows = new Map<number, string>();
  const query = `SELECT id, value FROM ${keyspace}.${table} WHERE token(id) > ? AND token(id) <= ?`;
  for (const [start, end] of ownRanges(client, keyspace)) {
    const options = {
      prepare: true,
      consistency: types.consistencies.one,
      fetchSize: PAGE_ROWS,
      hints: ['bigint', 'bigint'],
    };
    const result = await client.execute(query, [start, end], options);
    for await (const row of result) rows.set(row['id'] as number, row['value'] as string);
  }
  return rows;
}

const MIN_TOKEN = '-9223372036854775808';
const MAX_TOKEN = '9223372036854775807';

/** Ranges (start, end] that this node replicates, none of them wrapping. */
function ownRanges(client: Client, keyspace: string): [types.Long, types.Long][] {
  const host = client.hosts.values()[0];
  if (!host) throw new Error('The driver has no host: it is not connected');
  return [...(client.metadata.getTokenRangesForHost(keyspace, host) ?? [])]
    .flatMap((range) => range.unwrap())
    .map((range) => [bound(range.start, MIN_TOKEN), bound(range.end, MAX_TOKEN)]);
}

/** The driver writes the open end of an unwrapped range as the smallest token. */
function bound(token: { toString(): string }, open: string): types.Long {
  const text = token.toString();
  return types.Long.fromString(text === MIN_TOKEN ? open : text);
}

function ownedIds(client: Client, keyspace: string, expected: ExpectedRows): number[] {
  const own = client.hosts.values()[0]?.address;
  return [...expected.keys()].filter((id) =>
    client.metadata
      .getReplicas(keyspace, keyBytes(id))
      ?.some((replica: { address: string }) => replica.address === own),
  );
}

function keyBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(id);
  return bytes;
}
