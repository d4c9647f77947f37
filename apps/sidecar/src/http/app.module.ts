import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Access } from '../auth/access.js';
import { CallerLimit } from '../auth/caller-limit.js';
import { AUTH_CONTROLLERS, AUTH_PROVIDERS } from '../auth/auth-parts.js';
import { RepairAges } from '../ages/repair-ages.js';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { ClusterController } from '../cluster/cluster.controller.js';
import { ClusterService } from '../cluster/cluster.service.js';
import { DecisionsController } from '../decisions/decisions.controller.js';
import { ChangeWatch } from '../events/change-watch.js';
import { EventHub } from '../events/event-hub.js';
import { EventsController } from '../events/events.controller.js';
import { HealthController } from '../health/health.controller.js';
import { Readiness } from '../health/readiness.js';
import { VersionController } from '../health/version.controller.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { IdempotencyInterceptor } from '../idempotency/idempotency.interceptor.js';
import { Metrics } from '../metrics/metrics.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { RepairAgeController } from '../reports/repair-age.controller.js';
import { RepairAgeService } from '../reports/repair-age.service.js';
import { ReplayController } from '../runs/replay.controller.js';
import { DEFAULT_LIMITS, type HttpLimits } from './limits.js';
import { RunsController } from '../runs/runs.controller.js';
import { RunsService } from '../runs/runs.service.js';

/** What the process hands to its API. */
export interface ApiParts {
  readonly backend: Backend;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly events: EventHub;
  readonly access: Access;
  /** The cluster's key, once it is known: signs doorbells. */
  clusterKey(): Uint8Array | undefined;
}

@Module({
  imports: [DiscoveryModule],
  controllers: [
    ...AUTH_CONTROLLERS,
    RunsController,
    ReplayController,
    ClusterController,
    EventsController,
    HealthController,
    VersionController,
    MetricsController,
    RepairAgeController,
    DecisionsController,
  ],
  providers: [
    ...AUTH_PROVIDERS,
    RunsService,
    ClusterService,
    ReadModel,
    ChangeWatch,
    RepairAges,
    RepairAgeService,
    Idempotency,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class AppModule {
  static with(
    { backend, readiness, metrics, events, access }: ApiParts,
    limits: Partial<HttpLimits> = {},
  ): DynamicModule {
    const callerLimit = new CallerLimit({ ...DEFAULT_LIMITS, ...limits }, backend.runtime.clock, metrics.http);
    return {
      module: AppModule,
      providers: [
        { provide: Backend, useValue: backend },
        { provide: Readiness, useValue: readiness },
        { provide: Metrics, useValue: metrics },
        { provide: EventHub, useValue: events },
        { provide: Access, useValue: access },
        { provide: CallerLimit, useValue: callerLimit },
      ],
    };
  }
}
