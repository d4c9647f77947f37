import { type Client, type Host, type QueryOptions, types } from 'cassandra-driver';
import { StoreUnavailableError } from '@reaper-sidecar/repair-core';
import { toDomainError } from './driver-error.js';
import { noRetry, readRetry } from './retry-policies.js';
import { KEYSPACE, type Statement } from './statement.js';
import type { StatementCounter } from './statement-counter.js';

const CONSISTENCY = {
  LOCAL_ONE: types.consistencies.localOne,
  QUORUM: types.consistencies.quorum,
  ALL: types.consistencies.all,
  SERIAL: types.consistencies.serial,
} as const;

/** Rows per page of a long result. */
const FETCH_SIZE = 1_000;

/** Answer of a conditional write: the row that refused it, when there is one. */
export interface ConditionalAnswer {
  readonly applied: boolean;
  readonly current: types.Row | undefined;
}

/** Runs statements on a connected driver client and counts them. */
export class StatementRunner {
  readonly #texts = new Map<Statement, string>();

  constructor(
    private readonly client: Client,
    private readonly keyspace: string,
    private readonly ownHost: () => Host | undefined,
    private readonly counter: StatementCounter,
  ) {}

  /** All rows, page by page. */
  async rows(statement: Statement, params: readonly unknown[]): Promise<types.Row[]> {
    return this.#guarded(statement, async () => {
      let page = await this.#execute(statement, params);
      const rows = [...page.rows];
      while (page.pageState) {
        this.counter.sent(statement);
        page = await this.#execute(statement, params, { pageState: page.pageState });
        rows.push(...page.rows);
      }
      return rows;
    });
  }

  async write(statement: Statement, params: readonly unknown[]): Promise<void> {
    await this.#guarded(statement, () => this.#execute(statement, params));
  }

  async conditional(statement: Statement, params: readonly unknown[]): Promise<ConditionalAnswer> {
    return this.#guarded(statement, async () => {
      const result = await this.#execute(statement, params);
      const applied = result.wasApplied();
      const [row] = result.rows ?? [];
      return { applied, current: applied || !row || row.keys().length < 2 ? undefined : row };
    });
  }

  /** An unlogged batch; all rows must belong to one partition, so that it is one write on each replica. */
  async batch(statement: Statement, rows: readonly (readonly unknown[])[]): Promise<void> {
    const query = this.#text(statement);
    await this.#guarded(statement, () =>
      this.client.batch(
        rows.map((params) => ({ query, params: [...params] })),
        { ...this.#options(statement), logged: false },
      ),
    );
  }

  /** A schema statement, through the own node, not prepared and not waiting for agreement. */
  async schema(statement: Statement): Promise<void> {
    await this.#guarded(statement, () => this.#execute(statement, [], { prepare: false }));
  }

  #execute(statement: Statement, params: readonly unknown[], more: QueryOptions = {}): Promise<types.ResultSet> {
    return this.client.execute(this.#text(statement), [...params], { ...this.#options(statement), ...more });
  }

  #options(statement: Statement): QueryOptions {
    const host = statement.ownNodeOnly && this.#own(statement);
    return {
      prepare: true,
      consistency: CONSISTENCY[statement.consistency],
      ...(statement.kind === 'conditional' && { serialConsistency: types.consistencies.serial }),
      isIdempotent: statement.kind !== 'conditional',
      retry: statement.kind === 'read' ? readRetry : noRetry,
      fetchSize: FETCH_SIZE,
      ...(statement.timeoutMs !== undefined && { readTimeout: statement.timeoutMs }),
      ...(host && { host }),
    };
  }

  #own({ name }: Statement): Host {
    const host = this.ownHost();
    if (host) return host;
    throw new StoreUnavailableError(`${name}: the driver does not know the own node at present`, { statement: name });
  }

  #text(statement: Statement): string {
    const known = this.#texts.get(statement);
    if (known !== undefined) return known;
    const text = statement.cql.replaceAll(KEYSPACE, this.keyspace);
    this.#texts.set(statement, text);
    return text;
  }

  async #guarded<T>(statement: Statement, run: () => Promise<T>): Promise<T> {
    this.counter.sent(statement);
    try {
      return await run();
    } catch (error) {
      this.counter.failed();
      throw toDomainError(statement, error);
    }
  }
}
