import 'reflect-metadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import { declareSecurity } from '../auth/api-security.js';
import { documentation } from './documentation.js';
import { addExamples } from './examples.js';

const DESCRIPTION = `Repairs an Apache Cassandra cluster. Every sidecar answers for the whole cluster.

64-bit tokens are decimal strings, times are RFC 3339 in UTC, durations are milliseconds. Every error is a problem
(RFC 9457) with a stable \`code\`. Unknown properties are refused. Callers log in, or send an
API token; as long as there is no user, the API answers the machine of the sidecar only.`;

/** The OpenAPI document of the API, from the decorators of its controllers. Listens on nothing, connects to nothing. */
export async function buildDocument(): Promise<OpenAPIObject> {
  documentation.wanted = true;
  const { NestFactory } = await import('@nestjs/core');
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const { AppModule } = await import('../http/app.module.js');
  const { declareCommonAnswers } = await import('./common-answers.js');
  const app = await NestFactory.create(AppModule.with(noParts()), { logger: false });
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Reaper Sidecar')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The sidecar that serves this document')
    .addTag('runs', 'Repairs: plan, start, watch, change')
    .addTag('cluster', 'Nodes, keyspaces and sidecars')
    .addTag('events', 'Changes as they happen')
    .addTag('auth', 'Login, sessions and keys')
    .addTag('users', 'Users and API tokens')
    .addTag('audit', 'Who did what')
    .addTag('operations', 'Health, metrics and version')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
  declareSecurity(document);
  declareCommonAnswers(document);
  addExamples(document);
  await app.close();
  return sortKeys(document);
}

/** Injected where a real one would be; the document needs the classes only. */
function noParts(): never {
  const part = {
    runtime: { clock: { monotonicMs: () => 0 } },
    events: {},
  };
  return {
    backend: part,
    readiness: part,
    metrics: part,
    events: part,
    access: part,
    clusterKey: () => undefined,
  } as never;
}

/** Equal documents are equal texts, whatever the order of the classes. Paths and schemas are objects, so sorting keeps their sense. */
function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sortKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)])) as T;
}
