/** The header counts whole seconds, so that smaller differences say nothing. */
const RESOLUTION_MS = 2_000;

let aheadMs = 0;

/** Learns from the `Date` header of an answer how far the clock of this browser is off. */
export function learnServerTime(headers: Headers): void {
  const measuredMs = Date.parse(headers.get('date') ?? '') - Date.now();
  if (Math.abs(measuredMs - aheadMs) > RESOLUTION_MS) aheadMs = measuredMs;
}

/** A time of this browser by the clock of the sidecars, which the times in their answers follow. */
export function toServerTime(browserMs: number): number {
  return browserMs + aheadMs;
}
