/** Partition of a listing: the UTC month as "2026-07", which sorts by time. */
export function utcMonth(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 7);
}

/** First moment of a month, epoch ms. */
export function startOfMonth(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`);
}
