import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from './api-error.js';

/** What one client may take of the process. */
export interface HttpLimits {
  /** Requests of one client a second, on average. */
  readonly requestsPerSecond: number;
  /** Requests that it may send at once. */
  readonly burst: number;
  /** Requests of one user or token a second, on average. */
  readonly callerRequestsPerSecond: number;
  /** Requests that it may send at once. */
  readonly callerBurst: number;
  readonly maxConnections: number;
  /** For all headers of a request to arrive, ms. */
  readonly headersTimeoutMs: number;
  /** For a whole request to arrive, ms. */
  readonly requestTimeoutMs: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  requestsPerSecond: 500,
  burst: 1_000,
  callerRequestsPerSecond: 300,
  callerBurst: 600,
  maxConnections: 4_096,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
};

export const MAX_URL_LENGTH = 8_192;

/** A connection without a request is closed after this; longer than the usual idle time of a load balancer. */
const KEEP_ALIVE_MS = 65_000;

const CHECK_EVERY_MS = 2_000;

/** Slow and idle clients must not keep others out. Streams are answers and have no end, which no limit here concerns. */
export function limitConnections(server: Server, limits: HttpLimits): void {
  server.maxConnections = limits.maxConnections;
  server.headersTimeout = limits.headersTimeoutMs;
  server.requestTimeout = limits.requestTimeoutMs;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // Node.js looks for late requests at an interval that is private to the server and 30 s by default.
  (server as unknown as { connectionsCheckingInterval: number }).connectionsCheckingInterval = CHECK_EVERY_MS;
}

export function refuseLongUrls(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.length <= MAX_URL_LENGTH) return next();
  next(new ApiError('URI_TOO_LONG', `Path and query have more than ${MAX_URL_LENGTH} characters; send fewer`));
}
