import type { Partitioner } from '@reaper-sidecar/segment-planner';
import type { Credit } from '../ages/age-map.js';
import { creditsByTable, rowsOf } from '../ages/age-rows.js';
import { planCoalescing, removable } from '../ages/coalesce.js';
import type { Reign } from './reign.js';

/**
 * Makes the age rows of a keyspace fewer without changing what they say. Writes first, reads again, and then removes what
 * the rows that are visible make needless: dying in between leaves rows too many, never too few.
 */
export async function coalesceAges({ deps, tenure }: Reign, keyspace: string, partitioner: Partitioner): Promise<void> {
  const { ages } = deps;
  if (!ages) return;
  const tables = creditsByTable(partitioner, await ages.read(keyspace));
  const plans = [...tables].flatMap(([table, rows]) => {
    const plan = planCoalescing(partitioner, rows);
    return plan ? [{ table, plan }] : [];
  });
  if (plans.length === 0) return;
  tenure.requireActing();
  await ages.credit(
    keyspace,
    plans.flatMap(({ table, plan }) => rowsOf(table, plan.write)),
  );
  const written = creditsByTable(partitioner, await ages.read(keyspace));
  const needless = plans.flatMap(({ table, plan }) => {
    const rows: readonly Credit[] = written.get(table) ?? [];
    return rowsOf(table, removable(partitioner, rows, plan));
  });
  tenure.requireActing();
  await ages.remove(keyspace, needless);
}
