/**
 * What a preview compares: all data, as a full repair would; only what was never repaired, as an incremental repair
 * would; or only what counts as repaired, which must be the same everywhere.
 */
export const PreviewKind = { All: 'all', Unrepaired: 'unrepaired', Repaired: 'repaired' } as const;
export type PreviewKind = (typeof PreviewKind)[keyof typeof PreviewKind];

/**
 * How far replicas differ, as Cassandra counts it: everything that a repair would stream, so a difference counts once per
 * stream that it needs. Bytes are estimates that Cassandra rounds. All zero: the replicas agree.
 */
export interface Differences {
  readonly ranges: number;
  readonly bytes: number;
}

export interface TableDifferences extends Differences {
  readonly table: string;
}

/** What the preview of one segment found. */
export interface PreviewFinding extends Differences {
  /** Tables that differ, at most {@link MAX_TABLES_FOUND}. */
  readonly tables: readonly TableDifferences[];
}

export const MAX_TABLES_FOUND = 50;

/** What a preview run found so far. */
export interface PreviewTotals extends Differences {
  /** Segments in which replicas differ. */
  readonly segments: number;
}

export function areDifferent({ ranges, bytes }: Differences): boolean {
  return ranges > 0 || bytes > 0;
}
