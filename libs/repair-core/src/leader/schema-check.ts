import type { KeyspaceInfo } from '../ports/cluster-view.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import { skipSegments } from './split-segments.js';

/** After a failure that hints at it: looks which tables of the run still exist. */
export async function checkSchema(reign: Reign, run: RunBook): Promise<void> {
  const { keyspace } = run.creation.unit;
  if (reign.cluster.isGone(keyspace)) {
    run.fatal = `KEYSPACE_GONE: keyspace "${keyspace}" was dropped while the run repaired it; nothing is left to repair`;
  } else if (run.schemaSuspect && reign.deps.schema) {
    learnTables(reign, run, await reign.deps.schema.keyspace(keyspace));
  }
}

/** A keyspace that seems missing keeps the suspicion, until the ring confirms it or shows it again. */
function learnTables({ deps }: Reign, run: RunBook, found: KeyspaceInfo | undefined): void {
  if (!found) return;
  const { keyspace, tables } = run.creation.unit;
  const known = new Set(found.tables.map(({ name }) => name));
  run.schemaSuspect = false;
  run.tables = tables.filter((name) => known.has(name));
  const gone = tables.filter((name) => !known.has(name));
  if (gone.length > 0)
    deps.runtime.log.info('Tables of a run were dropped', { runId: run.runId, keyspace, tables: gone });
}

/** Segments of a run whose tables are all gone need no repair. */
export async function skipWithoutTables(reign: Reign, run: RunBook): Promise<void> {
  if (run.tables.length > 0) return;
  const given = reign.given(run.runId);
  const idle = run.leaves().filter((one) => !one.stale && !given.has(one.seq) && one.phase(run.spec) === 'pending');
  await skipSegments(reign, run, idle);
}
