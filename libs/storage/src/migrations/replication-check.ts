import { parseReplication } from '../cluster/replication-map.js';
import type { PreparationContext } from '../connection/cassandra-connection.js';
import { migrationStatements } from './migration-statements.js';
import { readNodes, replicationFactors } from './replication.js';

/**
 * The factors a keyspace should have, when one of the present ones is lower: nodes or datacenters came after it was
 * created. More copies than three are the operator's wish.
 */
export function raisedFactors(
  present: Readonly<Record<string, number>>,
  recommended: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | undefined {
  const raised = new Map([...recommended].map(([name, factor]) => [name, Math.max(factor, present[name] ?? 0)]));
  return [...raised].some(([name, factor]) => factor > (present[name] ?? 0)) ? raised : undefined;
}

/** Tells the operator, who alone changes replication: the keyspace must be repaired after it. */
export async function warnOfFewCopies(context: PreparationContext): Promise<void> {
  const { keyspace, log } = context.options;
  const [row] = await context.runner.rows(migrationStatements.replication, [keyspace]);
  if (!row) return;
  const { replicationFactors: present } = parseReplication(row.get('replication') as Record<string, string>);
  const raised = raisedFactors(present, replicationFactors(await readNodes(context.runner)));
  if (!raised) return;
  const options = Object.entries({ class: 'NetworkTopologyStrategy', ...Object.fromEntries(raised) });
  const map = options
    .map(([name, value]) => `'${name}': ${typeof value === 'number' ? value : `'${value}'`}`)
    .join(', ');
  const command = `ALTER KEYSPACE ${keyspace} WITH replication = {${map}}`;
  log.warn('the keyspace of the sidecars has fewer copies than it should have', { present, command });
}
