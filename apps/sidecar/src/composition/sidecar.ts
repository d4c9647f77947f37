import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DecisionRecorder, type Doorbell, type Runtime } from '@reaper-sidecar/repair-core';
import type { Access } from '../auth/access.js';
import { settleFirstUser } from '../auth/first-user.js';
import { openAccess } from '../auth/open-auth.js';
import type { Config } from '../config/config.js';
import { HttpDoorbell } from '../doorbell/http-doorbell.js';
import { SharedKey } from '../doorbell/shared-key.js';
import { SidecarAddresses } from '../doorbell/sidecar-addresses.js';
import { EventHub } from '../events/event-hub.js';
import { Readiness } from '../health/readiness.js';
import { createApp } from '../http/create-app.js';
import { isLoopback } from '../http/loopback.js';
import { NodeLock } from '../lock/node-lock.js';
import { Metrics } from '../metrics/metrics.js';
import { appOptionsOf } from './app-options.js';
import { combineObservers } from './combine-observers.js';
import { Engine } from './engine.js';
import { listenWhenFree } from './listen-when-free.js';
import { LiveBackend } from './live-backend.js';
import type { NodeParts, StorageParts } from './parts.js';

export interface SidecarDeps {
  readonly config: Config;
  readonly version: string;
  readonly runtime: Runtime;
  readonly storage: StorageParts;
  readonly node: NodeParts;
}

/** The whole process: API, worker and leader beside one node. */
export class Sidecar {
  readonly #stop = new AbortController();
  readonly #metrics: Metrics;
  readonly #events: EventHub;
  readonly #key: SharedKey;
  readonly #lock: NodeLock;
  readonly #access: Access;
  readonly #engine: Engine;
  readonly #doorbell: Doorbell;
  #app: NestExpressApplication | undefined;

  constructor(private readonly deps: SidecarDeps) {
    const { config, version, runtime, storage, node } = deps;
    this.#metrics = new Metrics(version);
    this.#events = new EventHub({ maxStreams: config.http.maxStreams });
    this.#key = new SharedKey(storage.clusterKeys, runtime);
    this.#lock = new NodeLock({ jmxPort: config.jmx.port, ...runtime });
    this.#access = openAccess(config, storage.auth, runtime);
    this.#doorbell = this.connectDoorbell();
    this.#engine = new Engine(
      {
        runtime,
        storage,
        node,
        doorbell: this.#doorbell,
        observer: combineObservers(this.#metrics.engine, this.#events, this.decisionRecorder()),
      },
      { sidecarVersion: version, apiUrl: apiUrlOf(config), repair: config.repair },
    );
  }

  /** Serves as soon as the port is free; the rest starts in the background and tries for ever. */
  async start(): Promise<void> {
    const { config, runtime } = this.deps;
    const { address, port } = config.http;
    const loopback = isLoopback(address);
    const engine = this.startEngine();
    const readiness = this.readiness();
    this.#metrics.watch(readiness);
    this.#metrics.watchStorage(this.deps.storage.use);
    this.#app = await createApp(
      {
        backend: this.backend(),
        readiness,
        metrics: this.#metrics,
        events: this.#events,
        access: this.#access,
        clusterKey: () => this.#key.get(),
      },
      appOptionsOf(config),
    );
    await listenWhenFree(this.#app.getHttpServer() as Server, {
      address,
      port,
      mayWait: () => !this.#lock.held,
      signal: this.#stop.signal,
      runtime,
    });
    runtime.log.info('Listening', { address, port });
    this.settleAccess(loopback);
    await engine;
  }

  /** Stops accepting, ends worker and lease, closes the connections. */
  async stop(): Promise<void> {
    const { storage, node, runtime } = this.deps;
    this.#stop.abort();
    await this.#app?.close();
    await this.#engine.stop();
    await Promise.all([storage.close(), node.close()]);
    await this.#lock.release();
    runtime.log.info('Stopped');
  }

  private settleAccess(loopback: boolean): void {
    const { config, runtime } = this.deps;
    if (!loopback && this.#access.openToAll) {
      runtime.log.warn('As long as there is no user, everybody who reaches this address can start and stop repairs');
    }
    const deps = { access: this.#access, bootstrap: config.bootstrap, timers: runtime.timers, log: runtime.log };
    void settleFirstUser(deps, this.#stop.signal);
  }

  private async startEngine(): Promise<void> {
    const { signal } = this.#stop;
    void this.#key.fetch(signal);
    if ((await this.#lock.acquire(signal)) && !signal.aborted) this.#engine.start();
  }

  private decisionRecorder(): DecisionRecorder {
    const { storage, runtime } = this.deps;
    return new DecisionRecorder(storage.decisions, runtime, () => this.#engine.hostId);
  }

  private connectDoorbell(): Doorbell {
    const { storage, runtime } = this.deps;
    const addresses = new SidecarAddresses(storage.nodeStates, runtime.clock);
    return new HttpDoorbell({
      address: (hostId) => addresses.of(hostId),
      key: () => this.#key.get(),
      log: runtime.log,
      metrics: this.#metrics.doorbell,
    });
  }

  private backend(): LiveBackend {
    const { version, runtime, storage, node } = this.deps;
    const engine = this.#engine;
    return new LiveBackend({
      runtime,
      stores: storage,
      cluster: node.cluster,
      schema: storage.schema,
      doorbell: this.#doorbell,
      self: () => ({ version, ...(engine.hostId !== undefined && { hostId: engine.hostId }) }),
      seenLease: () => engine.seenLease(),
      look: () => engine.look(),
    });
  }

  private readiness(): Readiness {
    const { storage, node } = this.deps;
    return new Readiness({
      lock: () => this.#lock.state(),
      access: () => this.#access.state(),
      jmx: node.jmx,
      cql: storage.cql,
      schema: storage.keyspace,
      worker: () => this.#engine.workerState(),
      leader: () => this.#engine.leaderState(),
    });
  }
}

function apiUrlOf({ http: { advertisedUrl, address, port }, tls }: Config): string {
  const scheme = tls.cert === undefined ? 'http' : 'https';
  return advertisedUrl ?? `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
