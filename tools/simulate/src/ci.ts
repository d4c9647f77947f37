import { hunt, type Catch } from './bug-hunt.js';
import { BUGS, type Bug } from './bugs.js';
import { inParallel } from './crew.js';
import { drawPlan, type TrialPlan } from './plan.js';
import { print } from './print.js';
import { plansOf, runTrials } from './trials.js';

const SEEDS = { from: 1, to: 2_000 };
const BIG = { nodes: 1_000, stormMs: 30_000 };

/** What passed and what did not, each trial and each bug as one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/** Everything that must hold: the trials, a big one, and every bug caught. */
export async function runAll(threads: number): Promise<Counts> {
  const trials = await runTrials([bigPlan(), ...plansOf(SEEDS)], { threads });
  print(`${trials.count} trials in ${trials.seconds.toFixed(0)} s, ${trials.failed.length} failed`);
  const catches = await runBugs(BUGS, threads);
  const caught = catches.filter(({ seed }) => seed !== undefined);
  const failures = [
    ...trials.failed.map(
      ({ seed, nodes, violations }) => `simulate --seeds ${seed} --nodes ${nodes}: ${violations[0]}`,
    ),
    ...catches.filter(({ seed }) => seed === undefined).map(({ bug }) => `simulate --bug ${bug.name}: not caught`),
  ];
  return { passed: trials.count - trials.failed.length + caught.length, failed: failures.length, failures };
}

/** One run over many nodes, in a storm that is short. */
export function bigPlan(): TrialPlan {
  const plan = drawPlan(1, { nodes: BIG.nodes });
  const events = plan.events.filter(({ atMs }) => atMs < BIG.stormMs);
  const [first] = plan.runs;
  return { ...plan, stormMs: BIG.stormMs, events, runs: first ? [{ ...first, atMs: 0 }] : [] };
}

/** Plants each bug in turn and tells which seed shows it. */
export async function runBugs(bugs: readonly Bug[], threads: number): Promise<readonly Catch[]> {
  const began = performance.now();
  const catches: Catch[] = [];
  await inParallel(threads, bugs, async (bug) => {
    const one = await hunt(bug);
    catches.push(one);
    print(`bug ${bug.name} (${one.seconds.toFixed(1)} s) ${describeCatch(one)}`);
  });
  const caught = catches.filter(({ seed }) => seed !== undefined).length;
  print(`${caught} of ${bugs.length} bugs caught in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  return catches;
}

function describeCatch({ seed, violation, soundFails }: Catch): string {
  if (soundFails !== undefined) return `NOT CAUGHT: the same trial fails without it: ${soundFails.slice(0, 160)}`;
  return seed === undefined ? 'NOT CAUGHT' : `caught by seed ${seed}: ${violation?.slice(0, 160)}`;
}
