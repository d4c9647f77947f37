import { type Client, concurrent } from 'cassandra-driver';
import { type Consistency, type DatasetNode, withNode } from './node-client.js';
import { type ReplicaAudit, auditTable } from './replica-audit.js';

export type { DatasetNode } from './node-client.js';

export interface DatasetOptions {
  readonly keyspace: string;
  /** Table names. */
  readonly tables: readonly string[];
  readonly rowsPerTable: number;
  /** Copies per datacenter of the nodes. */
  readonly replicationFactor: number;
  /** Length of a value in characters; 40 by default. */
  readonly valueLength?: number;
}

type Statement = { readonly query: string; readonly params: readonly unknown[] };

/** Tables with known content: knows which rows every replica must return, and proves whether it does. */
export class Dataset {
  readonly #expected: ReadonlyMap<string, Map<number, string>>;

  constructor(
    readonly nodes: readonly DatasetNode[],
    readonly options: DatasetOptions,
  ) {
    this.#expected = new Map(options.tables.map((table) => [table, new Map()]));
  }

  /** Creates keyspace and tables and writes every row to every replica. */
  async create(): Promise<void> {
    await withNode(this.#node(0), async (client) => {
      await client.execute(this.#createKeyspace());
      for (const table of this.options.tables) {
        await client.execute(`CREATE TABLE ${this.options.keyspace}.${table} (id int PRIMARY KEY, value text)`);
      }
      for (const table of this.options.tables) {
        const ids = Array.from({ length: this.options.rowsPerTable }, (_, id) => id);
        await this.#write(
          client,
          ids.map((id) => this.#upsert(table, id, 'first')),
          'all',
        );
      }
    });
  }

  /**
   * Writes that a stopped replica misses: one new row in five, one changed in five, one deleted in ten of each table. Call it while that node is down
   * and hints are off.
   */
  async writeWithout(stopped: DatasetNode): Promise<void> {
    const survivor = this.nodes.find((node) => node.index !== stopped.index);
    if (!survivor) throw new Error('The only node cannot miss writes');
    await withNode(survivor, async (client) => {
      for (const table of this.options.tables)
        await this.#write(client, this.#changes(table), this.#consistencyWithOneDown());
    });
  }

  /** Asks every replica alone; `nodes` where the ring has changed since. */
  async audit(nodes = this.nodes): Promise<ReplicaAudit[]> {
    const audits: ReplicaAudit[] = [];
    for (const node of nodes) audits.push(await this.#auditNode(node));
    return audits;
  }

  async drop(): Promise<void> {
    await withNode(this.#node(0), (client) => client.execute(`DROP KEYSPACE IF EXISTS ${this.options.keyspace}`));
  }

  async #auditNode(node: DatasetNode): Promise<ReplicaAudit> {
    const sum = { node: node.index, expected: 0, missing: 0, stale: 0, undeleted: 0 };
    await withNode(node, async (client) => {
      for (const [table, expected] of this.#expected) {
        const audit = await auditTable(client, this.options.keyspace, table, expected);
        sum.expected += audit.expected;
        sum.missing += audit.missing;
        sum.stale += audit.stale;
        sum.undeleted += audit.undeleted;
      }
    });
    return sum;
  }

  #changes(table: string): Statement[] {
    const { rowsPerTable } = this.options;
    const added = Array.from({ length: Math.ceil(rowsPerTable / 5) }, (_, i) => rowsPerTable + i);
    const old = Array.from({ length: rowsPerTable }, (_, id) => id);
    return [
      ...added.map((id) => this.#upsert(table, id, 'added')),
      ...old.filter((id) => id % 5 === 0).map((id) => this.#upsert(table, id, 'changed')),
      ...old.filter((id) => id % 10 === 3).map((id) => this.#delete(table, id)),
    ];
  }

  #upsert(table: string, id: number, word: string): Statement {
    const value = `${word} ${id} `.padEnd(this.options.valueLength ?? 40, '.');
    this.#expected.get(table)?.set(id, value);
    return { query: `INSERT INTO ${this.options.keyspace}.${table} (id, value) VALUES (?, ?)`, params: [id, value] };
  }

  #delete(table: string, id: number): Statement {
    this.#expected.get(table)?.delete(id);
    return { query: `DELETE FROM ${this.options.keyspace}.${table} WHERE id = ?`, params: [id] };
  }

  async #write(client: Client, statements: readonly Statement[], consistency: Consistency): Promise<void> {
    await concurrent.executeConcurrent(
      client,
      statements.map(({ query, params }) => ({ query, params: [...params] })),
      { concurrencyLevel: 64, executionProfile: consistency },
    );
  }

  #consistencyWithOneDown(): Consistency {
    return this.options.replicationFactor >= 3 ? 'quorum' : 'one';
  }

  #createKeyspace(): string {
    const { keyspace, replicationFactor } = this.options;
    const datacenters = [...new Set(this.nodes.map((node) => node.datacenter))];
    const factors = datacenters.map((datacenter) => `'${datacenter}': ${replicationFactor}`).join(', ');
    return `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'NetworkTopologyStrategy', ${factors}}`;
  }

  #node(position: number): DatasetNode {
    const node = this.nodes[position];
    if (!node) throw new Error('The dataset has no node');
    return node;
  }
}
