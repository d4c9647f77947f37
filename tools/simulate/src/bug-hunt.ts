import { type Bug } from './bugs.js';
import { CrewMember } from './crew.js';
import { drawPlan } from './plan.js';

/** A bug that so many seeds do not show counts as not caught. */
export const MAX_SEEDS = 400;

export interface Catch {
  readonly bug: Bug;
  /** Undefined: not caught. */
  readonly seed: number | undefined;
  readonly violation: string | undefined;
  readonly seconds: number;
}

/** Runs trials with the bug in repair-core until one of them shows it. */
export async function hunt(bug: Bug, fromSeed = 1, maxSeeds = MAX_SEEDS): Promise<Catch> {
  const member = new CrewMember(bug.name);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  try {
    for (let seed = fromSeed; seed < fromSeed + maxSeeds; seed++) {
      const { violations } = await member.run({ plan: drawPlan(seed, bug.focus) });
      if (violations.length > 0) return { bug, seed, violation: violations[0], seconds: seconds() };
    }
    return { bug, seed: undefined, violation: undefined, seconds: seconds() };
  } finally {
    await member.dismiss();
  }
}
