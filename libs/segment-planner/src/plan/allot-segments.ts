/** A replica set that competes for segments. */
export interface AllotmentClaim {
  /** Any unit, at least 0. */
  readonly weight: number;
  /** Bounds of its number of segments, 1 ≤ min ≤ max. */
  readonly min: number;
  readonly max: number;
}

/**
 * Shares out `wanted` segments so that the heaviest segment is as light as it can be (the Adams method). The sum is
 * exactly `wanted`, or the nearest that the bounds allow.
 */
export function allotSegments(claims: readonly AllotmentClaim[], wanted: number): number[] {
  const density = segmentsPerWeight(claims, wanted);
  const allotted = claims.map((claim) => segmentsAt(claim, density));
  shareOutRemainder(claims, allotted, wanted - sum(allotted));
  return allotted;
}

/** The number of segments of a claim when one segment holds `1 / density` of weight. */
export function segmentsAt({ weight, min, max }: AllotmentClaim, density: number): number {
  // Sizes are sums of rounded fractions: 4.0000000001 segments are 4.
  return Math.min(max, Math.max(min, Math.ceil(weight * density - 1e-9)));
}

/** Bisects for the largest density that asks for no more than `wanted`; enough steps to exhaust a double. */
function segmentsPerWeight(claims: readonly AllotmentClaim[], wanted: number): number {
  const askedAt = (density: number) => claims.reduce((asked, claim) => asked + segmentsAt(claim, density), 0);
  const totalWeight = claims.reduce((total, { weight }) => total + weight, 0);
  if (totalWeight === 0 || askedAt(0) >= wanted) return 0;
  let low = 0;
  let high = wanted / totalWeight;
  for (let step = 0; step < 64 && askedAt(high) <= wanted; step++) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 64; step++) {
    const middle = (low + high) / 2;
    if (askedAt(middle) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** What equal claims left over goes to those with the heaviest segments, the first of equals. */
function shareOutRemainder(claims: readonly AllotmentClaim[], allotted: number[], remainder: number): void {
  let left = remainder;
  while (left > 0) {
    const open = claims.map((claim, index) => ({ ...claim, index })).filter(({ index, max }) => count(index) < max);
    if (open.length === 0) return;
    open.sort((a, b) => b.weight / count(b.index) - a.weight / count(a.index) || a.index - b.index);
    for (const { index } of open.slice(0, left)) allotted[index] = count(index) + 1;
    left -= open.length;
  }

  function count(index: number): number {
    return allotted[index] ?? 0;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
