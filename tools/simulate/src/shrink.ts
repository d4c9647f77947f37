import { type TrialPlan } from './plan.js';
import { type TrialResult } from './trial.js';

/** Tries at most. */
const MAX_TRIES = 150;

/** What a violation is of: an invariant. */
export function kindOf({ violations }: Pick<TrialResult, 'violations'>): string | undefined {
  return violations[0]?.split(' ')[0];
}

/**
 * Takes things out of a plan as long as the same invariant is still violated: blows, first many then single ones,
 * hazards, runs, nodes, delays.
 */
export async function shrink(
  plan: TrialPlan,
  kind: string,
  run: (plan: TrialPlan) => Promise<Pick<TrialResult, 'violations'>>,
): Promise<TrialPlan> {
  let smallest = plan;
  let tries = 0;
  const works = async (smaller: TrialPlan | undefined): Promise<boolean> => {
    if (!smaller || tries >= MAX_TRIES) return false;
    tries += 1;
    if (kindOf(await run(smaller)) !== kind) return false;
    smallest = smaller;
    return true;
  };
  for (let chunk = Math.ceil(plan.events.length / 2); chunk >= 1; chunk = chunk === 1 ? 0 : Math.ceil(chunk / 2)) {
    for (let from = 0; from < smallest.events.length;) {
      const events = smallest.events.filter((_, index) => index < from || index >= from + chunk);
      if (!(await works({ ...smallest, events }))) from += chunk;
    }
  }
  for (const simpler of SIMPLIFICATIONS) while (await works(simpler(smallest)));
  for (const hazard of plan.hazards) {
    await works({ ...smallest, hazards: smallest.hazards.filter((one) => one !== hazard) });
  }
  for (const gone of plan.runs) {
    const runs = smallest.runs.filter((one) => one !== gone);
    if (runs.length > 0) await works({ ...smallest, runs });
  }
  return smallest;
}

/** Each gives a simpler plan, or undefined when it is as simple as it gets. */
const SIMPLIFICATIONS: readonly ((plan: TrialPlan) => TrialPlan | undefined)[] = [
  ({ staysDead, ...plan }) => (staysDead === undefined ? undefined : plan),
  (plan) => (plan.latencyMs > 0 ? { ...plan, latencyMs: 0 } : undefined),
  (plan) => (plan.nodes > 3 && plan.datacenters === 1 ? { ...plan, nodes: plan.nodes - 1 } : undefined),
  (plan) => (plan.maxRepairsPerNode > 1 ? { ...plan, maxRepairsPerNode: 1 } : undefined),
  (plan) => {
    const after = (plan.events.at(-1)?.atMs ?? 0) + 1_000;
    return after < plan.stormMs ? { ...plan, stormMs: after } : undefined;
  },
];
