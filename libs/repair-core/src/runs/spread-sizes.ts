import { type Partitioner, rangeWidth, type ReplicatedRange, type SizeEstimate } from '@reaper-sidecar/segment-planner';
import type { OwnSizes } from '../ports/cluster-view.js';

/**
 * Estimates from what the own node holds, as if spread evenly over the ranges it replicates. They stand in where Cassandra has no size
 * estimates yet: it makes them every five minutes, so a table that was just filled has none.
 */
export function spreadSizes(
  partitioner: Partitioner,
  ring: readonly ReplicatedRange[],
  { hostId, tables }: OwnSizes,
): SizeEstimate[] {
  const own = ring.filter(({ replicas }) => replicas.includes(hostId)).map(({ range }) => range);
  const widths = own.map((range) => Number(rangeWidth(partitioner, range)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return tables.flatMap(({ table, bytes, partitions }) =>
    own.map((range, i) => {
      const share = (widths[i] ?? 0) / total;
      return { table, range, bytes: bytes * share, partitions: partitions * share };
    }),
  );
}
