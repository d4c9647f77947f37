import { types } from 'cassandra-driver';
import {
  type RecordedRepair,
  type RecordedSession,
  type RepairHistory,
  StoreUnavailableError,
} from '@reaper-sidecar/repair-core';
import { isAtLeast } from '../cluster/release.js';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { repairOf, sessionOf } from './recorded-repair.js';
import { repairHistoryStatements } from './repair-history-statements.js';

const TABLES_PER_STATEMENT = 20;
const PARENTS_PER_STATEMENT = 50;

/** Reads `system_distributed`: the repairs of all nodes. */
export class CassandraRepairHistory implements RepairHistory {
  constructor(private readonly connection: CassandraConnection) {}

  async sessions(keyspace: string, tables: readonly string[], sinceMs: number): Promise<readonly RecordedSession[]> {
    const { sessions, sessionsWithoutPorts } = repairHistoryStatements;
    const release = this.connection.node()?.releaseVersion;
    if (release === undefined) throw new StoreUnavailableError('The release of the own node is not known yet');
    const statement = isAtLeast(release, 4, 0) ? sessions : sessionsWithoutPorts;
    const since = new Date(Math.max(0, sinceMs));
    const rows: types.Row[] = [];
    for (const chunk of chunksOf(tables, TABLES_PER_STATEMENT)) {
      rows.push(...(await this.connection.rows(statement, [keyspace, chunk, since])));
    }
    return rows.map(sessionOf);
  }

  async repairs(parentIds: readonly string[]): Promise<readonly RecordedRepair[]> {
    const rows: types.Row[] = [];
    for (const chunk of chunksOf(parentIds, PARENTS_PER_STATEMENT)) {
      const ids = chunk.map((id) => types.Uuid.fromString(id));
      rows.push(...(await this.connection.rows(repairHistoryStatements.repairs, [ids])));
    }
    return rows.map(repairOf);
  }
}

function chunksOf<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, n) => values.slice(n * size, (n + 1) * size));
}
