/** A computation in small steps: at every `yield` others may have their turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Elements handled between two pauses: some ten milliseconds. */
export const ELEMENTS_PER_STEP = 2_000;

/** Computes it in one go. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Computes it with a turn for others after every step, so that a large plan does not hold up whatever else the process
 * has to do. What fits into one step is computed without a pause.
 *
 * @param turn resolves after the others had theirs: in Node `setImmediate` of `node:timers/promises`
 */
export async function inTurns<T>(steps: Steps<T>, turn: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}

export function* eachInSteps<T>(items: readonly T[], visit: (item: T, index: number) => void): Steps<void> {
  for (let from = 0; from < items.length; from += ELEMENTS_PER_STEP) {
    if (from > 0) yield;
    const to = Math.min(from + ELEMENTS_PER_STEP, items.length);
    for (let index = from; index < to; index++) visit(items[index] as T, index);
  }
}

export function* mapInSteps<T, R>(items: readonly T[], map: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  yield* eachInSteps(items, (item, index) => results.push(map(item, index)));
  return results;
}

/** A stable sort into a new list. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += ELEMENTS_PER_STEP) {
    if (from > 0) yield;
    runs.push(items.slice(from, from + ELEMENTS_PER_STEP).sort(compare));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    if (merged.length % ELEMENTS_PER_STEP === ELEMENTS_PER_STEP - 1) yield;
    const takesLeft = r >= right.length || (l < left.length && compare(left[l] as T, right[r] as T) <= 0);
    merged.push((takesLeft ? left[l++] : right[r++]) as T);
  }
  return merged;
}
