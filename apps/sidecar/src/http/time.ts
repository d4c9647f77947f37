/** RFC 3339, UTC. */
export function toTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
