/**
 * A write timestamp of a fenced register (`USING TIMESTAMP`), in microseconds. Always a safe integer:
 * microseconds since 1970 stay below 2^53 until the year 2255. See docs/architecture.md, "Registers".
 */
export type Stamp = number;

/** Creation data is written with this stamp, so that everything written later wins. */
export const CREATION_STAMP: Stamp = 1;

/** A new epoch or a new incarnation starts at least this far above everything it replaces. */
export const STAMP_GAP_MICROS = 60_000_000;

/** A leader steps down before its counter could reach the next epoch. */
export const MAX_STAMPS_PER_EPOCH = 50_000_000;
