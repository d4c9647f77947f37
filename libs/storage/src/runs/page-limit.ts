import { MAX_PAGE } from '@reaper-sidecar/repair-core';

/** @throws RangeError */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return;
  throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_PAGE}`);
}
