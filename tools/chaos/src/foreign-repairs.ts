import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.js';
import type { Diary } from './diary.js';
import type { RunWatch } from './run-watch.js';
import type { Stage } from './stage.js';

export interface ForeignRepairs {
  readonly started: number;
  /** Output of those that failed: none may. */
  readonly ended: readonly string[];
}

/** A node that answers nothing for less than this is not taken for dead by the others. */
const PAUSE_MS = { min: 1_300, max: 3_500 };

/** A trial that hits no segment in so many repairs is over. */
const MAX_REPAIRS_PER_TIMEOUT = 4;

/**
 * Starts one `nodetool repair` after the other beside our runs. While one runs, a node is frozen for a moment, so that our command on it gets over
 * its time with the other repair beside it; whatever is then cancelled, the repair of the others has to succeed.
 */
export async function repairBeside(
  stage: Stage,
  watch: RunWatch,
  chance: Chance,
  diary: Diary,
  timeouts: number,
): Promise<ForeignRepairs> {
  const ended: string[] = [];
  let started = 0;
  const before = overdueIn(watch);
  while (overdueIn(watch) - before < timeouts && started < timeouts * MAX_REPAIRS_PER_TIMEOUT) {
    started += 1;
    const failure = await oneRepair(stage, chance);
    if (failure !== undefined) ended.push(failure);
    if (failure !== undefined || started % 10 === 0) {
      diary.note(`${started} nodetool repairs, ${overdueIn(watch) - before} segments over time ${failure ?? ''}`);
    }
    await untilMoving(watch);
  }
  return { started, ended };
}

export function overdueIn({ records }: RunWatch): number {
  return records.reduce((sum, { overdue }) => sum + overdue.size, 0);
}

/** Returns what nodetool said if it failed. */
async function oneRepair({ cluster, theirs }: Stage, chance: Chance): Promise<string | undefined> {
  const coordinator = chance.pick(cluster.nodes).index;
  const frozen = chance.pick(cluster.nodes).index;
  let begun: (() => void) | undefined;
  const running = new Promise<void>((resolve) => (begun = resolve));
  const repair = cluster.nodetool(coordinator, ['repair', '-full', theirs], {
    onOutput: (_, text) => text.includes('Starting repair command') && begun?.(),
  });
  await Promise.race([running, repair]);
  await cluster.pauseNode(frozen);
  await sleep(chance.between(PAUSE_MS.min, PAUSE_MS.max));
  await cluster.resumeNode(frozen);
  const { exitCode, stdout, stderr } = await repair;
  return exitCode === 0 ? undefined : `nodetool repair failed: ${stdout.slice(-400)} ${stderr.slice(-400)}`;
}

const MOVING_PATIENCE_MS = 60_000;

/** Our runs wait while the other repair runs; the next one starts beside running segments. */
async function untilMoving({ records }: RunWatch): Promise<void> {
  const finished = () => records.reduce((sum, record) => sum + record.finished.size, 0);
  const before = finished();
  for (const deadline = Date.now() + MOVING_PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
    if (finished() > before) return;
  }
}
