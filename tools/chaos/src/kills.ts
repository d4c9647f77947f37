import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import type { Chance } from './chance.js';
import type { Diary } from './diary.js';
import type { ChaosOptions } from './options.js';
import type { Stage } from './stage.js';

/** A node that was killed, and when: its commands ended then. */
export interface NodeDeath {
  readonly node: number;
  readonly atMs: number;
}

export interface Kills {
  readonly sidecars: number;
  readonly nodes: readonly NodeDeath[];
}

const POLL_MS = 200;

/** One sidecar in so many stays away until others have taken over whatever it did. */
const LONG_ABSENCE_SHARE = 1 / 6;

/** Kills processes at random moments of the window and brings them back. One Cassandra node at a time: two of three are no quorum. */
export async function killProcesses(
  stage: Stage,
  chance: Chance,
  diary: Diary,
  options: Pick<ChaosOptions, 'minutes' | 'sidecarKills' | 'nodeKills'>,
): Promise<Kills> {
  const windowMs = options.minutes * 60_000;
  const startedMs = Date.now();
  const at = (ms: number) => sleep(Math.max(0, startedMs + ms - Date.now()));
  const returns: Promise<void>[] = [];
  const deaths: NodeDeath[] = [];
  const killSidecars = async () => {
    for (const moment of chance.moments(options.sidecarKills, windowMs)) {
      await at(moment);
      returns.push(bringBack(await killSidecar(stage, chance, diary), chance, diary));
    }
  };
  const killNodes = async () => {
    for (const moment of chance.moments(options.nodeKills, windowMs)) {
      await at(moment);
      deaths.push(await killNode(stage, chance, diary));
    }
  };
  await Promise.all([killSidecars(), killNodes()]);
  await Promise.all(returns);
  return { sidecars: returns.length, nodes: deaths };
}

async function killSidecar({ fleet }: Stage, chance: Chance, diary: Diary): Promise<SidecarProcess> {
  for (;;) {
    const alive = fleet.sidecars.filter(({ running }) => running);
    if (alive.length > 0) {
      const victim = chance.pick(alive);
      await victim.kill();
      diary.note(`kill -9 of the sidecar at ${victim.url}`);
      return victim;
    }
    await sleep(POLL_MS);
  }
}

async function bringBack(sidecar: SidecarProcess, chance: Chance, diary: Diary): Promise<void> {
  const seconds = chance.between(0, 1) < LONG_ABSENCE_SHARE ? chance.between(35, 50) : chance.between(0, 8);
  await sleep(seconds * 1000);
  sidecar.spawn();
  diary.note(`the sidecar at ${sidecar.url} was started again after ${seconds.toFixed(1)} s`);
}

async function killNode({ cluster }: Stage, chance: Chance, diary: Diary): Promise<NodeDeath> {
  const { index } = chance.pick(cluster.nodes);
  const atMs = Date.now();
  await cluster.killNode(index);
  diary.note(`kill -9 of Cassandra node ${index}`);
  await sleep(chance.between(0, 6_000));
  await cluster.startNode(index);
  diary.note(`Cassandra node ${index} is back after ${((Date.now() - atMs) / 1000).toFixed(1)} s`);
  return { node: index, atMs };
}
