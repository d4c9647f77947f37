import type { StatementRunner } from '../connection/statement-runner.js';
import { KEYSPACE, type Statement } from '../connection/statement.js';
import { migrationStatements } from './migration-statements.js';
import { schemaStatement } from './migration.js';

/** Copies of the sidecars' data per datacenter, where it has that many nodes. */
export const COPIES_PER_DATACENTER = 3;

/** A node as `system.local` and `system.peers` of the own node tell. */
export interface KnownNode {
  readonly hostId: string;
  readonly datacenter: string;
  readonly schemaVersion: string;
}

/** The own node first. Peers that are joining and have no datacenter or version yet are left out. */
export async function readNodes(runner: StatementRunner): Promise<readonly KnownNode[]> {
  const [local, peers] = await Promise.all([
    runner.rows(migrationStatements.localNode, []),
    runner.rows(migrationStatements.peers, []),
  ]);
  return [...local, ...peers].flatMap((row) => {
    const { host_id: hostId, data_center: datacenter, schema_version: version } = row as Record<string, unknown>;
    return hostId && typeof datacenter === 'string' && version
      ? [{ hostId: String(hostId), datacenter, schemaVersion: String(version) }]
      : [];
  });
}

/** Replication factor per datacenter: 3, or as many nodes as there are. */
export function replicationFactors(nodes: readonly KnownNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { datacenter } of nodes) counts.set(datacenter, (counts.get(datacenter) ?? 0) + 1);
  return new Map([...counts].sort().map(([name, count]) => [name, Math.min(COPIES_PER_DATACENTER, count)]));
}

export function createKeyspace(factors: ReadonlyMap<string, number>): Statement {
  const perDatacenter = [...factors].map(([name, factor]) => `, ${cqlText(name)}: ${factor}`).join('');
  const replication = `{'class': 'NetworkTopologyStrategy'${perDatacenter}}`;
  return schemaStatement('keyspace', `CREATE KEYSPACE IF NOT EXISTS ${KEYSPACE} WITH replication = ${replication}`);
}

function cqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
