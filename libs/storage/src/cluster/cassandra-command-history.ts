import type { types } from 'cassandra-driver';
import { type CommandHistory, type RecordedCommand, StoreUnavailableError } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import { historyStatements } from './history-statements.js';
import { fromParentRow, fromRepairsRow } from './recorded-command.js';
import { isAtLeast } from './release.js';

/** Tables whose history is read before 4.1; a larger keyspace has no history here. */
const MOST_TABLES = 50;
const MOST_PARENTS = 100;

/**
 * What the own node recorded of its repair commands; never answered by another node. From 4.1 the virtual table
 * `system_views.repairs`, complete since the node's start; before that `system_distributed`, which Cassandra writes at
 * ONE and without looking at errors, so that a command may be missing, and without its number.
 */
export class CassandraCommandHistory implements CommandHistory {
  constructor(private readonly connection: CassandraConnection) {}

  async recent(keyspace: string): Promise<readonly RecordedCommand[] | undefined> {
    const release = this.connection.node()?.releaseVersion;
    if (release === undefined) throw new StoreUnavailableError('The release of the own node is not known yet');
    const commands = isAtLeast(release, 4, 1) ? await this.#repairs(keyspace) : await this.#parents(keyspace);
    return commands?.sort((a, b) => (b.startedAtMs ?? 0) - (a.startedAtMs ?? 0));
  }

  async #repairs(keyspace: string): Promise<RecordedCommand[]> {
    const rows = await this.connection.rows(historyStatements.repairs);
    return rows.filter((row) => row.get('keyspace_name') === keyspace).map(fromRepairsRow);
  }

  async #parents(keyspace: string): Promise<RecordedCommand[] | undefined> {
    const tables = await this.connection.rows(historyStatements.tablesOf, [keyspace]);
    if (tables.length > MOST_TABLES) return undefined;
    const ids = await this.#ownParents(
      keyspace,
      tables.map((row) => textOf(row, 'table_name')),
    );
    if (ids.length === 0) return [];
    const rows = await this.connection.rows(historyStatements.parents, [ids]);
    return rows.map(fromParentRow);
  }

  /** Commands that this node coordinated: only the sessions name their coordinator. */
  async #ownParents(keyspace: string, tables: readonly string[]): Promise<readonly types.Uuid[]> {
    const [local] = await this.connection.rows(historyStatements.ownAddress);
    const own = String(local?.get('broadcast_address'));
    const read = (table: string) => this.connection.rows(historyStatements.sessions, [keyspace, table]);
    const sessions = (await Promise.all(tables.map(read))).flat();
    const parents = new Map<string, types.Uuid>();
    for (const row of sessions) {
      const parent = row.get('parent_id') as types.Uuid | null;
      if (parent && String(row.get('coordinator')) === own) parents.set(parent.toString(), parent);
    }
    return [...parents.values()].slice(0, MOST_PARENTS);
  }
}
