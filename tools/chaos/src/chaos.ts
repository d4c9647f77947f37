import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance.js';
import { Diary } from './diary.js';
import { type ForeignRepairs, overdueIn, repairBeside } from './foreign-repairs.js';
import { type Kills, killProcesses } from './kills.js';
import type { ChaosOptions } from './options.js';
import { RunWatch } from './run-watch.js';
import { setStage, type Stage } from './stage.js';
import { judge, type Verdict } from './verdict.js';
import { WorkFlow } from './work-flow.js';

/** Attempts that a kill costs are not the segment's fault; with the most that are allowed none fails for good. */
const MAX_ATTEMPTS = 100;

/** The whole trial: kills, then timeouts beside the repairs of others, then the verdicts. Cleans up whatever way it ends. */
export async function runChaos(options: ChaosOptions, print: (line: string) => void): Promise<Verdict[]> {
  const diary = new Diary(print);
  diary.note(`seed ${options.seed}: ${JSON.stringify(options)}`);
  const stage = await setStage((what) => diary.note(what));
  let verdicts: Verdict[] = [];
  try {
    verdicts = await tryOn(stage, options, diary);
    return verdicts;
  } finally {
    const clean = verdicts.length > 0 && verdicts.every(({ holds }) => holds);
    if (!clean) keepNodeLogs(stage);
    await stage.close();
    if (clean) rmSync(stage.logDirectory, { recursive: true, force: true });
    diary.note(clean ? 'cleaned up' : `the logs of nodes and sidecars stay in ${stage.logDirectory}`);
  }
}

function keepNodeLogs({ cluster, logDirectory }: Stage): void {
  for (const { index, logFile } of cluster.nodes) copyFileSync(logFile, join(logDirectory, `node-${index}.log`));
}

async function tryOn(stage: Stage, options: ChaosOptions, diary: Diary): Promise<Verdict[]> {
  const chance = new Chance(options.seed);
  const watch = new RunWatch(stage.fleet.sidecars);
  try {
    const kills = await tryKills(stage, watch, chance, diary, options);
    const foreign = await tryTimeouts(stage, watch, chance, diary, options);
    const overdue = overdueIn(watch);
    await watch.end();
    return await judge({ options, stage, kills, foreign, overdue, records: watch.records });
  } finally {
    await watch.end();
  }
}

async function tryKills(
  stage: Stage,
  watch: RunWatch,
  chance: Chance,
  diary: Diary,
  options: ChaosOptions,
): Promise<Kills> {
  if (options.sidecarKills + options.nodeKills === 0) return { sidecars: 0, nodes: [] };
  const work = new WorkFlow(stage, watch, diary, () => ({ segments: 120, maxAttempts: MAX_ATTEMPTS, intensity: 0.7 }));
  const kills = await killProcesses(stage, chance, diary, options);
  diary.note('no more kills; the runs come to their end');
  await work.stop();
  return kills;
}

async function tryTimeouts(
  stage: Stage,
  watch: RunWatch,
  chance: Chance,
  diary: Diary,
  { timeouts }: ChaosOptions,
): Promise<ForeignRepairs> {
  if (timeouts === 0) return { started: 0, ended: [] };
  const work = new WorkFlow(stage, watch, diary, () => ({
    segments: 60,
    maxAttempts: MAX_ATTEMPTS,
    segmentTimeoutMs: Math.round(chance.between(1_000, 2_000)),
  }));
  const foreign = await repairBeside(stage, watch, chance, diary, timeouts);
  diary.note('no more repairs of others; the runs come to their end');
  await work.stop();
  return foreign;
}
