import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import request from 'supertest';
import type { Access } from '../auth/access.js';
import { EventHub } from '../events/event-hub.js';
import { COMPONENTS, Readiness, type Component, type ComponentState } from '../health/readiness.js';
import { createApp, type AppOptions } from '../http/create-app.js';
import { Metrics } from '../metrics/metrics.js';
import { testAccess } from './test-access.js';
import { FakeBackend } from './fake-backend.js';

/** The API of one sidecar over fakes. */
export class TestApi {
  readonly health: Record<Component, ComponentState>;
  readonly events = new EventHub();
  readonly metrics = new Metrics('1.2.3');
  readonly key = new Uint8Array(32).fill(7);
  #app: NestExpressApplication | undefined;

  constructor(
    readonly backend = new FakeBackend(),
    readonly access: Access = testAccess(backend.runtime),
  ) {
    this.health = Object.fromEntries(COMPONENTS.map((name) => [name, { state: 'ready', detail: 'works' }])) as Record<
      Component,
      ComponentState
    >;
  }

  async open(options: Partial<AppOptions> = {}): Promise<this> {
    const probes = Object.fromEntries(COMPONENTS.map((name) => [name, () => this.health[name]])) as Record<
      Component,
      () => ComponentState
    >;
    const readiness = new Readiness(probes);
    this.metrics.watch(readiness);
    const { backend, metrics, events, access } = this;
    const parts = { backend, readiness, metrics, events, access, clusterKey: () => this.key };
    this.#app = await createApp(parts, { loopback: true, ...options });
    return this;
  }

  get server(): Server {
    if (!this.#app) throw new Error('Open the API first');
    return this.#app.getHttpServer() as Server;
  }

  get http(): ReturnType<typeof request> {
    return request(this.server);
  }

  /** Creates a run of the keyspace shop and returns it. */
  async createRun(body: object = {}): Promise<{ id: string } & Record<string, unknown>> {
    const answer = await this.http
      .post('/api/v1/runs')
      .send({ keyspace: 'shop', ...body })
      .expect(201);
    return answer.body as { id: string } & Record<string, unknown>;
  }

  async close(): Promise<void> {
    await this.#app?.close();
  }
}
