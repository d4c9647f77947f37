import type { Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Log } from '@reaper-sidecar/repair-core';
import type { Express } from 'express';
import { DOORBELL_PATH } from '../doorbell/http-doorbell.js';
import { lookHandlers } from '../doorbell/look.handler.js';
import { serveBelow } from './base-path.js';
import { serveDocs, serveDocument } from './api-document.js';
import { AppModule, type ApiParts } from './app.module.js';
import { DEFAULT_LIMITS, limitConnections, refuseLongUrls, type HttpLimits } from './limits.js';
import { allowOrigins } from './cors.js';
import { NestLog } from './nest-log.js';
import { readJsonBody } from './json-body.js';
import { refuseForeignNames, refuseForeignPages } from './origin-guard.js';
import { serveProblemPages } from './problem-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { limitRate, RateLimit } from './rate-limit.js';
import { assignRequestId } from './request-id.js';
import { observeRequests } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { requestValidation } from './validation.js';
import { serveWebApp } from './web-app.js';
import { readTlsFiles, type TlsFiles } from '../tls/tls-files.js';
import { watchTlsFiles } from '../tls/watch-tls-files.js';

export interface AppOptions {
  /** Whether only this machine can reach the address that is listened on. */
  readonly loopback: boolean;
  /** Directory of the built dashboard. */
  readonly webDirectory?: string;
  /** Path of a proxy below which everything is served, for example `/reaper`. */
  readonly basePath?: string;
  readonly limits?: Partial<HttpLimits>;
  /** Origins of other sites whose pages may use the API. */
  readonly allowedOrigins?: readonly string[];
  /** Addresses or networks (CIDR) whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** Serves HTTPS only. */
  readonly tls?: TlsFiles & { readonly watchMs?: number };
}

/** The HTTP side of the sidecar, ready to listen. */
export async function createApp(parts: ApiParts, options: AppOptions): Promise<NestExpressApplication> {
  const { log } = parts.backend.runtime;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts, options.limits), {
    bodyParser: false,
    logger: new NestLog(log),
    // Idle connections of browsers and event streams must not hold up the end of the process.
    forceCloseConnections: true,
    ...(options.tls && { httpsOptions: httpsOptions(options.tls) }),
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...(options.trustedProxies ?? [])]);
  useMiddleware(app, parts, options);
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemFilter(log));
  serveFiles(app, options, log);
  limitConnections(app.getHttpServer() as Server, { ...DEFAULT_LIMITS, ...options.limits });
  if (options.tls) followTlsFiles(app.getHttpServer() as HttpsServer, options.tls, log);
  await app.init();
  return app;
}

function useMiddleware(
  app: NestExpressApplication,
  parts: ApiParts,
  { loopback, basePath, limits, tls, allowedOrigins = [] }: AppOptions,
): void {
  const { backend, metrics } = parts;
  app.use(assignRequestId);
  if (basePath !== undefined) app.use(serveBelow(basePath));
  app.use(observeRequests(backend.runtime.log, metrics.http), securityHeaders({ https: tls !== undefined }));
  if (loopback) app.use(refuseForeignNames);
  app.use(
    refuseLongUrls,
    limitRate(new RateLimit({ ...DEFAULT_LIMITS, ...limits }, backend.runtime.clock), metrics.http),
  );
  const origins = new Set(allowedOrigins);
  app.use(allowOrigins(origins), refuseForeignPages(origins));
  expressOf(app).post(DOORBELL_PATH, lookHandlers(backend, parts.clusterKey, metrics.doorbell));
  app.use(readJsonBody);
}

function serveFiles(app: NestExpressApplication, { webDirectory }: AppOptions, log: Log): void {
  expressOf(app).get('/openapi.json', serveDocument());
  expressOf(app).get(['/problems', '/problems/:name'], serveProblemPages());
  app.use('/docs', serveDocs());
  const web = webDirectory === undefined ? undefined : serveWebApp(webDirectory);
  if (web) expressOf(app).use(web);
  else log.info('No dashboard is served', { directory: webDirectory ?? null });
}

function expressOf(app: NestExpressApplication): Express {
  return app.getHttpAdapter().getInstance() as Express;
}

function httpsOptions(files: TlsFiles) {
  const { clientCertificates } = files;
  return {
    ...readTlsFiles(files),
    requestCert: clientCertificates !== 'off',
    rejectUnauthorized: clientCertificates === 'require',
  };
}

function followTlsFiles(server: HttpsServer, tls: NonNullable<AppOptions['tls']>, log: Log): void {
  server.once('close', watchTlsFiles(server, tls, log, tls.watchMs));
}
