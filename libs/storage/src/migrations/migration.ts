import { createHash } from 'node:crypto';
import { KEYSPACE, type Statement } from '../connection/statement.js';

/**
 * A version of the schema. Old and new sidecars run side by side during an upgrade, so a version only adds tables and
 * columns. One that was released never changes: its checksum is stored.
 */
export interface Migration {
  readonly version: number;
  readonly description: string;
  /** Each can be repeated: IF NOT EXISTS. */
  readonly statements: readonly Statement[];
}

export function checksumOf({ statements }: Migration): string {
  const hash = createHash('sha256');
  for (const { cql } of statements) hash.update(cql).update('\n');
  return hash.digest('hex');
}

/** A schema statement: always through the own node, so that one coordinator sees them in order. */
export function schemaStatement(name: string, cql: string): Statement {
  return {
    name: `create.${name}`,
    cql,
    partitions: 'none: schema, by one sidecar',
    consistency: 'QUORUM',
    kind: 'write',
    ownNodeOnly: true,
    timeoutMs: 20_000,
  };
}

/** @param comment what an operator sees in DESCRIBE */
export function tableStatement(name: string, columns: string, comment: string, more = ''): Statement {
  const cql = `CREATE TABLE IF NOT EXISTS ${KEYSPACE}.${name} (${columns}) WITH comment = '${comment}'${more}`;
  return schemaStatement(name, cql);
}
