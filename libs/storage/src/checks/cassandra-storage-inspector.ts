import { type StorageInspector, StoreUnavailableError } from '@reaper-sidecar/repair-core';
import { isAtLeast } from '../cluster/release.js';
import { parseReplication } from '../cluster/replication-map.js';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import { checkStatements } from './check-statements.js';

/** Both refuse writes by their timestamp; coordination writes with timestamps of its own. */
const TIMESTAMP_GUARDRAILS = ['maximum_timestamp_fail_threshold', 'minimum_timestamp_fail_threshold'];

/** The keyspace of the sidecars and the guardrails of the own node, as that node has them. */
export class CassandraStorageInspector implements StorageInspector {
  constructor(private readonly connection: CassandraConnection) {}

  get keyspace(): string {
    return this.connection.options.keyspace;
  }

  async replication(): Promise<string> {
    const [row] = await this.connection.rows(checkStatements.replication, [this.keyspace]);
    if (!row) throw new StoreUnavailableError(`Keyspace ${this.keyspace} is not in the schema of the own node`);
    const map = row.get('replication') as Record<string, string>;
    const { replicationClass, replicationFactors } = parseReplication(map);
    const factors = Object.entries(replicationFactors).sort(([a], [b]) => (a < b ? -1 : 1));
    return [replicationClass, ...factors.map(([name, factor]) => `${name || 'copies'}: ${factor}`)].join(', ');
  }

  async timestampGuardrails(): Promise<readonly string[]> {
    if (!isAtLeast(this.connection.node()?.releaseVersion ?? '', 5, 0)) return [];
    const rows = await this.connection.rows(checkStatements.settings, [TIMESTAMP_GUARDRAILS]);
    return rows
      .filter((row) => isSet(row.get('value')))
      .map((row) => `${textOf(row, 'name')} = ${textOf(row, 'value')}`);
  }
}

function isSet(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== 'null';
}
