import { type Bug } from './bugs.js';
import { CrewMember } from './crew.js';
import { drawPlan, type TrialPlan } from './plan.js';
import { type TrialResult } from './trial.js';

/** A bug that so many seeds do not show counts as not caught. */
export const MAX_SEEDS = 300;

export interface Catch {
  readonly bug: Bug;
  /** Undefined: not caught. */
  readonly seed: number | undefined;
  readonly violation: string | undefined;
  /** What the same trial violates without the bug: then it proves nothing, and the seed is not a catch. */
  readonly soundFails?: string;
  readonly seconds: number;
}

/** Runs trials with the bug in repair-core until one of them shows it, and that one without the bug. */
export async function hunt(bug: Bug, fromSeed = 1, maxSeeds = MAX_SEEDS): Promise<Catch> {
  const member = new CrewMember(bug.name);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  try {
    for (let seed = fromSeed; seed < fromSeed + maxSeeds; seed++) {
      const plan = drawPlan(seed, bug.focus);
      const { violations } = await member.run({ plan });
      if (violations.length === 0) continue;
      const [soundFails] = (await runSound(plan)).violations;
      if (soundFails !== undefined)
        return { bug, seed: undefined, violation: undefined, soundFails, seconds: seconds() };
      return { bug, seed, violation: violations[0], seconds: seconds() };
    }
    return { bug, seed: undefined, violation: undefined, seconds: seconds() };
  } finally {
    await member.dismiss();
  }
}

async function runSound(plan: TrialPlan): Promise<TrialResult> {
  const member = new CrewMember();
  try {
    return await member.run({ plan });
  } finally {
    await member.dismiss();
  }
}
