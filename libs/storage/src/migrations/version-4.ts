import { IDEMPOTENCY_TTL_SECONDS } from '@reaper-sidecar/repair-core';
import { KEYSPACE } from '../connection/statement.js';
import { type Migration, schemaStatement } from './migration.js';

export const VERSION_4: Migration = {
  version: 4,
  description: 'answers of repeated requests',
  statements: [
    schemaStatement(
      'idempotency',
      `CREATE TABLE IF NOT EXISTS ${KEYSPACE}.idempotency (id text PRIMARY KEY, owner text, body text) ` +
        "WITH comment = 'Requests with an Idempotency-Key and what was answered; conditional writes only' " +
        `AND default_time_to_live = ${IDEMPOTENCY_TTL_SECONDS} AND gc_grace_seconds = ${IDEMPOTENCY_TTL_SECONDS}`,
    ),
  ],
};
