import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, types } from 'cassandra-driver';
import { type DomainError, StoreRefusedError, StoreUnavailableError, type Timers } from '@reaper-sidecar/repair-core';
import { createDriverClient } from './driver-client.js';
import { OwnNodePolicy } from './own-node-policy.js';
import { StatementCounter } from './statement-counter.js';
import { type ConditionalAnswer, StatementRunner } from './statement-runner.js';
import type { Statement } from './statement.js';
import { type CheckedStorageOptions, type StorageOptions, checkStorageOptions } from './storage-options.js';
import type { OwnNode, StorageState, StorageStatistics } from './storage-state.js';

const FIRST_RETRY_MS = 250;
const SLOWEST_RETRY_MS = 10_000;

const nodeTimers: Timers = {
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};

/** Makes the keyspace usable once a connection is up; called again after every failure. */
export type Preparation = (context: PreparationContext) => Promise<void>;

export interface PreparationContext {
  readonly options: CheckedStorageOptions;
  readonly runner: StatementRunner;
  readonly node: OwnNode;
  readonly timers: Timers;
  /** Tells people what is being waited for. */
  report(reason: string): void;
  /** Tells people that Cassandra refuses something and what they can do; tried again all the same. */
  refuse(reason: string): void;
  readonly signal: AbortSignal;
}

/**
 * The connection of a sidecar to Cassandra. It connects in the background, tries for ever and never ends the process;
 * until it is ready, statements throw StoreUnavailableError with the reason.
 */
export class CassandraConnection {
  readonly options: CheckedStorageOptions;
  readonly #timers: Timers;
  readonly #counter = new StatementCounter();
  readonly #stop = new AbortController();
  readonly #opening: Promise<void>;
  #client: Client | undefined;
  #policy: OwnNodePolicy | undefined;
  #runner: StatementRunner | undefined;
  #node: OwnNode | undefined;
  #state: StorageState = { phase: 'connecting', usable: false, reason: 'The first connection is being opened' };

  constructor(
    options: StorageOptions,
    private readonly prepare: Preparation,
  ) {
    this.options = checkStorageOptions(options);
    this.#timers = options.timers ?? nodeTimers;
    this.#opening = this.#openForEver();
  }

  state(): StorageState {
    const client = this.#client;
    if (this.#state.phase !== 'ready' || !client) return this.#state;
    // A node with an open connection is not used before its statements are prepared again and it counts as up.
    const connected = client
      .getState()
      .getConnectedHosts()
      .filter((host) => host.isUp());
    const own = this.#policy?.own();
    if (own && connected.includes(own)) return this.#state;
    const reason = `The own node ${this.#where()} does not answer CQL`;
    const [standIn] = connected;
    if (!standIn) return { phase: 'lost', usable: false, reason: `${reason}, nor does another node of its datacenter` };
    return { phase: 'fallback', usable: true, reason: `${reason}; ${standIn.address} stands in for it` };
  }

  /** The own node, known since the first connection. */
  node(): OwnNode | undefined {
    return this.#node;
  }

  /** Resolves when the stores can be used for the first time, or when the connection is closed before. */
  async opened(): Promise<void> {
    await this.#opening;
  }

  statistics(): StorageStatistics {
    const state = this.#client?.getState();
    const open = state?.getConnectedHosts().map((host) => state.getOpenConnections(host)) ?? [];
    return { ...this.#counter.read(), connections: open.reduce((sum, count) => sum + count, 0) };
  }

  /** All rows of a read. */
  rows(statement: Statement, params: readonly unknown[] = []): Promise<types.Row[]> {
    return this.#usable(statement, (runner) => runner.rows(statement, params));
  }

  write(statement: Statement, params: readonly unknown[]): Promise<void> {
    return this.#usable(statement, (runner) => runner.write(statement, params));
  }

  conditional(statement: Statement, params: readonly unknown[]): Promise<ConditionalAnswer> {
    return this.#usable(statement, (runner) => runner.conditional(statement, params));
  }

  /** Unlogged; all rows of one partition. */
  batch(statement: Statement, rows: readonly (readonly unknown[])[]): Promise<void> {
    return this.#usable(statement, (runner) => runner.batch(statement, rows));
  }

  async close(): Promise<void> {
    this.#state = { phase: 'closed', usable: false, reason: 'The connection was closed' };
    this.#stop.abort();
    await this.#opening;
    await this.#dropClient();
  }

  async #usable<T>(statement: Statement, run: (runner: StatementRunner) => Promise<T>): Promise<T> {
    const runner = this.#runner;
    if (this.#state.phase === 'ready' && runner) return run(runner);
    throw new StoreUnavailableError(`${statement.name}: storage is not ready. ${this.#state.reason}`, {
      statement: statement.name,
      phase: this.#state.phase,
    });
  }

  async #openForEver(): Promise<void> {
    for (let delayMs = FIRST_RETRY_MS; !this.#stop.signal.aborted; delayMs = Math.min(delayMs * 2, SLOWEST_RETRY_MS)) {
      try {
        await this.#open();
        return;
      } catch (error) {
        await this.#dropClient();
        if (this.#stop.signal.aborted) return;
        this.#report(error instanceof StoreRefusedError ? 'refused' : 'connecting', reasonOf(error));
        this.options.log.warn('storage is not ready, trying again', { where: this.#where(), reason: reasonOf(error) });
        await this.#timers.sleep(delayMs * (0.75 + Math.random() / 2), this.#stop.signal);
      }
    }
  }

  async #open(): Promise<void> {
    const policy = new OwnNodePolicy(this.options.localDataCenter);
    const client = createDriverClient(this.options, policy);
    this.#client = client;
    this.#policy = policy;
    client.on('log', (level: string, _source: string, message: string) => this.#logDriver(level, message));
    await client.connect();
    const node = ownNode(policy);
    const runner = new StatementRunner(client, this.options.keyspace, () => policy.own(), this.#counter);
    this.#node = node;
    this.#report('preparing', 'The schema is being checked');
    await this.prepare({
      options: this.options,
      runner,
      node,
      timers: this.#timers,
      report: (reason) => this.#report('preparing', reason),
      refuse: (reason) => this.#refuse(reason),
      signal: this.#stop.signal,
    });
    if (this.#stop.signal.aborted) return;
    this.#runner = runner;
    this.#state = { phase: 'ready', usable: true, reason: '' };
    this.options.log.info('storage is ready', { where: this.#where(), hostId: node.hostId });
  }

  async #dropClient(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#runner = undefined;
    await client?.shutdown().catch(() => undefined);
  }

  /** Logged once for each reason: it is tried every few seconds. */
  #refuse(reason: string): void {
    if (this.#state.reason !== reason) this.options.log.warn('Cassandra refuses what the schema needs', { reason });
    this.#report('refused', reason);
  }

  #report(phase: 'connecting' | 'preparing' | 'refused', reason: string): void {
    if (this.#state.phase !== 'closed') this.#state = { phase, usable: false, reason };
  }

  #logDriver(level: string, message: string): void {
    if (level === 'error' || level === 'warning') this.options.log.debug('cassandra driver', { level, message });
  }

  #where(): string {
    return `${this.options.host}:${this.options.port}`;
  }
}

function ownNode(policy: OwnNodePolicy): OwnNode {
  const own = policy.own();
  if (!own) throw new StoreUnavailableError('The driver lost the own node while it connected');
  return {
    hostId: own.hostId.toString(),
    endpoint: own.address,
    datacenter: own.datacenter,
    rack: own.rack,
    releaseVersion: own.cassandraVersion,
  };
}

/** The driver hides the reason of each host in `innerErrors`. */
function reasonOf(error: unknown): string {
  const { innerErrors } = error as { innerErrors?: Record<string, unknown> };
  const inner = Object.entries(innerErrors ?? {}).map(([host, one]) => `${host}: ${messageOf(one)}`);
  return inner.length > 0 ? inner.join('; ') : messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error as DomainError).message : String(error);
}
