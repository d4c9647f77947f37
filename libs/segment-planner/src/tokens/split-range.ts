import { MAX_SEGMENTS } from '../limits.js';
import { PlannerError, problem } from '../planner-error.js';
import { type Partitioner } from './partitioner.js';
import { rangeWidth, sliceRange, type TokenRange } from './token-range.js';

/**
 * Cuts a range into `parts` pieces whose widths differ by at most one token, in ring order. A range of fewer tokens
 * than parts gives one piece per token, because an empty piece cannot be written: its `start === end` would mean the
 * whole ring.
 *
 * @param parts whole number, 1 … MAX_SEGMENTS
 * @throws PlannerError INVALID_REQUEST
 */
export function splitRange(partitioner: Partitioner, range: TokenRange, parts: number): TokenRange[] {
  if (!Number.isInteger(parts) || parts < 1 || parts > MAX_SEGMENTS) {
    const message = `Cannot split a range into ${parts} parts; expected a whole number from 1 to ${MAX_SEGMENTS}`;
    throw new PlannerError([problem('INVALID_REQUEST', message, { field: 'parts', value: parts })]);
  }
  const width = rangeWidth(partitioner, range);
  const count = BigInt(parts) < width ? BigInt(parts) : width;
  return Array.from({ length: Number(count) }, (_, index) => {
    const from = (width * BigInt(index)) / count;
    const to = (width * BigInt(index + 1)) / count;
    return sliceRange(partitioner, range, from, to);
  });
}
