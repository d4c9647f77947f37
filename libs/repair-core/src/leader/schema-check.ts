import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import { skipSegments } from './displaced-segments.js';

/** After a failure that hints at it: looks which tables of the run still exist. */
export async function checkSchema(reign: Reign, run: RunBook): Promise<void> {
  const { schema, runtime } = reign.deps;
  const { unit } = run.creation;
  if (run.schemaSuspect && schema) {
    const keyspace = await schema.keyspace(unit.keyspace);
    run.schemaSuspect = false;
    const known = new Set(keyspace?.tables.map(({ name }) => name));
    run.tables = unit.tables.filter((name) => known.has(name));
    if (run.tables.length < unit.tables.length) {
      const gone = unit.tables.filter((name) => !known.has(name));
      runtime.log.info('Tables of a run were dropped', { runId: run.runId, keyspace: unit.keyspace, tables: gone });
    }
  }
  if (reign.cluster.isGone(unit.keyspace)) {
    run.fatal = `KEYSPACE_GONE: keyspace "${unit.keyspace}" was dropped while the run repaired it; nothing is left to repair`;
  }
}

/** Segments of a run whose tables are all gone need no repair. */
export async function skipWithoutTables(reign: Reign, run: RunBook): Promise<void> {
  if (run.tables.length > 0) return;
  const given = reign.given(run.runId);
  const idle = run.leaves().filter((one) => !one.stale && !given.has(one.seq) && one.phase(run.spec) === 'pending');
  await skipSegments(reign, run, idle);
}
