import type { Principal } from '@reaper-sidecar/auth';
import type { Clock } from '@reaper-sidecar/repair-core';
import type { Response } from 'express';
import { ApiError } from '../http/api-error.js';
import type { HttpLimits } from '../http/limits.js';
import { RateLimit } from '../http/rate-limit.js';
import type { HttpMetrics } from '../metrics/http-metrics.js';

/** Requests of each user or token, from whatever addresses. Whoever needs no login is limited by address alone. */
export class CallerLimit {
  readonly #limit: RateLimit;

  constructor(
    { callerRequestsPerSecond: requestsPerSecond, callerBurst: burst }: HttpLimits,
    clock: Clock,
    private readonly metrics: HttpMetrics,
  ) {
    this.#limit = new RateLimit({ requestsPerSecond, burst }, clock);
  }

  /** @throws ApiError when these are too many */
  take({ kind, name }: Principal, response: Response): void {
    const waitSeconds = kind === 'anonymous' ? 0 : this.#limit.take(`${kind} ${name}`);
    if (waitSeconds === 0) return;
    this.metrics.refused('caller');
    response.setHeader('Retry-After', `${waitSeconds}`);
    throw new ApiError('TOO_MANY_REQUESTS', `Too many requests of ${name}; wait ${waitSeconds} s`);
  }
}
