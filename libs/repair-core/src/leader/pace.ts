/** Weight of the newest duration in the running mean. */
const NEWEST = 0.3;
/** How many segments a list has before anything was learned. */
const FIRST_ITEMS = 2;
/** A list grows at most to this multiple of what was learned from. */
const GROWTH = 4;

/** Learned durations of the segments of a run, by replica set. */
export class Pace {
  readonly #means = new Map<string, number>();
  #overall: number | undefined;
  #samples = 0;

  learn(setKey: string, durationMs: number): void {
    this.#samples += 1;
    this.#means.set(setKey, mean(this.#means.get(setKey), durationMs));
    this.#overall = mean(this.#overall, durationMs);
  }

  /** Predicted duration of a segment; undefined before the first one ended. */
  predictMs(setKey: string): number | undefined {
    return this.#means.get(setKey) ?? this.#overall;
  }

  /** How many segments make `wantedMs` of work, beginning small. At least 1. */
  itemsFor(setKey: string, wantedMs: number): number {
    const predicted = this.predictMs(setKey);
    if (predicted === undefined) return FIRST_ITEMS;
    const fitting = Math.floor(wantedMs / Math.max(predicted, 1));
    return Math.max(1, Math.min(fitting, this.#samples * GROWTH));
  }
}

function mean(before: number | undefined, newest: number): number {
  return before === undefined ? newest : before + NEWEST * (newest - before);
}
