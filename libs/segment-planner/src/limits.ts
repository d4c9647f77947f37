/** Most segments one plan, or pieces one split, may have. 1,000 nodes with 256 tokens have about 256,000 replica sets. */
export const MAX_SEGMENTS = 1_000_000;

/** Most ranges of a ring. Twice those of 1,000 nodes with 256 tokens. */
export const MAX_RING_RANGES = 512_000;

export const MAX_NODES = 20_000;

/** Most size estimates of one request. 1,000 nodes with 16 tokens and 100 tables have 1,600,000. */
export const MAX_ESTIMATES = 5_000_000;

/** Upper bound of `maxRangesPerSegment`. */
export const MAX_RANGES_PER_SEGMENT = 10_000;
