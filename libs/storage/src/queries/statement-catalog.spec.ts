import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KEYSPACE } from '../connection/statement.js';
import { catalogued, renderQueries } from './statement-catalog.js';

const root = resolve(__dirname, '..', '..');
const queries = join(root, 'queries');
const statements = catalogued();

describe('the statements of storage', () => {
  it.each([...renderQueries()])('queries/%s is up to date (else: npm run queries)', (file, text) => {
    expect(existsSync(join(queries, file)) && readFileSync(join(queries, file), 'utf8')).toBe(text);
  });

  it('leaves no old file behind', () => {
    expect(readdirSync(queries).sort()).toEqual([...renderQueries().keys()].sort());
  });

  it('have names of their own', () => {
    expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
  });

  it('never filter, scan by index, write null or batch over partitions', () => {
    for (const { cql } of statements) expect(cql).not.toMatch(/ALLOW FILTERING|CREATE INDEX|\bnull\b|UNLOGGED/i);
    const batches = statements.filter(({ cql }) => cql.includes('BATCH'));
    for (const { cql } of batches) {
      expect(new Set(cql.match(/(?<=UPDATE )\S+|(?<=WHERE )\w+ = '\w+'/g)).size).toBe(2);
    }
  });

  it('let nothing expire that the leader fences', () => {
    const expiring = statements.filter(({ cql }) => /USING.* TTL/.test(cql));
    for (const { cql } of expiring) expect(cql).toMatch(new RegExp(`${KEYSPACE}\\.(auth_|audit|idempotency)`));
  });

  const own = statements.filter(({ cql }) => cql.includes(KEYSPACE) && !cql.startsWith('CREATE'));

  it.each(own.map((statement) => [statement.name, statement] as const))(
    '%s names its partition, and is either conditional or stamped',
    (_name, { cql, kind }) => {
      if (!cql.startsWith('INSERT'))
        expect(cql).toMatch(
          / WHERE (day|hour|id|keyspace_name|name|realm|subject|shard|bucket|run_id|plan_id|month) (=|IN) /,
        );
      expect(/ IF /.test(cql)).toBe(kind === 'conditional');
      expect(/USING TIMESTAMP \?/.test(cql)).toBe(kind === 'write');
    },
  );

  it('rest at QUORUM or SERIAL on what decides', () => {
    for (const { consistency } of own) expect(consistency).not.toBe('LOCAL_ONE');
  });

  it('are all printed: no statement lives outside the catalogue', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('-statements.ts'),
    );
    const printed = [...renderQueries().values()].join('\n');
    const names = files.flatMap((file) => [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(/^ {4}name: '([^']+)'/gm),
    ]);
    expect(names.length).toBeGreaterThan(30);
    for (const [, name] of names) expect(printed).toContain(`-- ${name}:`);
  });
});
