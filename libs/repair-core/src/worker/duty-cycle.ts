/** The last repair of this node, for its rest. */
export interface LastRepair {
  readonly durationMs: number;
  /** Time since it ended. */
  readonly endedAgoMs: number;
}

/** Rest still due before a segment of the given intensity: after d ms of repair the node rests d·(1/intensity − 1). */
export function restMs(last: LastRepair | undefined, intensity: number): number {
  if (!last || last.durationMs <= 0 || intensity >= 1) return 0;
  return Math.max(0, last.durationMs * (1 / intensity - 1) - last.endedAgoMs);
}
