import { type CqlRow } from '../cql/cql-frame.js';
import { type Cluster } from './cluster.js';

/** A repair command as Cassandra recorded it. */
export interface LoggedCommand {
  readonly sessionId: string;
  readonly keyspace: string;
  /** "(start,end]" each. */
  readonly ranges: readonly string[];
  readonly startedMs: number;
  /** Absent: it never ended, or the record of its end was lost with a node. */
  readonly endedMs?: number;
  readonly succeeded: boolean;
  /** Addresses; empty if unknown. */
  readonly participants: readonly string[];
}

/** All commands of these keyspaces, from the tables in which every Cassandra node keeps its own record. */
export async function readCommandLog(cluster: Cluster, keyspaces: readonly string[]): Promise<LoggedCommand[]> {
  const read = (statement: string) => cluster.cql(1, statement, { consistency: 'QUORUM' });
  const parents = await read(
    'SELECT parent_id, keyspace_name, started_at, finished_at, exception_message, requested_ranges FROM system_distributed.parent_repair_history',
  );
  const sessions = await read('SELECT parent_id, coordinator, participants FROM system_distributed.repair_history');
  const participants = new Map(sessions.map((row) => [String(row['parent_id']), addressesOf(row)]));
  return parents
    .filter((row) => keyspaces.includes(String(row['keyspace_name'])))
    .map((row) => loggedCommand(row, participants.get(String(row['parent_id'])) ?? []));
}

function loggedCommand(row: CqlRow, participants: readonly string[]): LoggedCommand {
  const ended = row['finished_at'];
  return {
    sessionId: String(row['parent_id']),
    keyspace: String(row['keyspace_name']),
    ranges: ((row['requested_ranges'] ?? []) as string[]).map(String),
    startedMs: (row['started_at'] as Date).getTime(),
    ...(ended instanceof Date && { endedMs: ended.getTime() }),
    succeeded: ended instanceof Date && row['exception_message'] === null,
    participants,
  };
}

function addressesOf(row: CqlRow): string[] {
  return [row['coordinator'], ...((row['participants'] ?? []) as unknown[])].map(String);
}

/** Pairs that ran at the same time with a node in common. */
export function overlappingCommands(log: readonly LoggedCommand[]): [LoggedCommand, LoggedCommand][] {
  const known = log.filter(({ endedMs }) => endedMs !== undefined).sort((a, b) => a.startedMs - b.startedMs);
  return known.flatMap((one, i) => {
    const later = known.slice(i + 1);
    const end = later.findIndex(({ startedMs }) => startedMs >= (one.endedMs as number));
    return later
      .slice(0, end < 0 ? later.length : end)
      .filter((other) => other.participants.some((address) => one.participants.includes(address)))
      .map((other): [LoggedCommand, LoggedCommand] => [one, other]);
  });
}
