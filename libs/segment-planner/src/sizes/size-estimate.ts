import { type TokenRange } from '../tokens/token-range.js';

/** One row of `system.size_estimates` or of the primary ranges in `system.table_estimates`: one copy of the data. */
export interface SizeEstimate {
  readonly table: string;
  readonly range: TokenRange;
  /** `mean_partition_size × partitions_count`. */
  readonly bytes: number;
  readonly partitions: number;
}
