import type { Clock } from '@reaper-sidecar/repair-core';
import type { Request, RequestHandler } from 'express';
import { ApiError } from './api-error.js';
import type { HttpMetrics } from '../metrics/http-metrics.js';
import type { HttpLimits } from './limits.js';

/** More clients than these are not told apart; those that were quiet longest are forgotten. */
const MOST_CLIENTS = 10_000;

interface Allowance {
  left: number;
  atMs: number;
}

/** Requests per client: each may send `burst` at once, and gets `requestsPerSecond` back every second. */
export class RateLimit {
  readonly #clients = new Map<string, Allowance>();

  constructor(
    private readonly limits: Pick<HttpLimits, 'requestsPerSecond' | 'burst'>,
    private readonly clock: Clock,
  ) {}

  /** Takes one request of a client. @returns seconds to wait, 0 when it may go on */
  take(client: string): number {
    const { requestsPerSecond, burst } = this.limits;
    const atMs = this.clock.monotonicMs();
    const before = this.#clients.get(client) ?? { left: burst, atMs };
    const left = Math.min(burst, before.left + ((atMs - before.atMs) / 1_000) * requestsPerSecond);
    this.keep(client, { left: left < 1 ? left : left - 1, atMs });
    return left < 1 ? Math.ceil((1 - left) / requestsPerSecond) : 0;
  }

  private keep(client: string, allowance: Allowance): void {
    this.#clients.delete(client);
    this.#clients.set(client, allowance);
    const [quietest] = this.#clients.keys();
    if (this.#clients.size > MOST_CLIENTS && quietest !== undefined) this.#clients.delete(quietest);
  }
}

/** Probes and other sidecars are never refused. */
const FREE = /^\/(?:health|internal)(?:\/|$)/;

export function limitRate(limit: RateLimit, metrics: HttpMetrics): RequestHandler {
  return (request, response, next) => {
    const waitSeconds = FREE.test(request.path) ? 0 : limit.take(clientOf(request));
    if (waitSeconds === 0) return next();
    metrics.refused('address');
    response.setHeader('Retry-After', `${waitSeconds}`);
    next(new ApiError('TOO_MANY_REQUESTS', `Too many requests from this address; wait ${waitSeconds} s`));
  };
}

function clientOf(request: Request): string {
  return request.ip ?? '';
}
