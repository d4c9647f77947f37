import { type LoggedCommand, overlappingCommands, readCommandLog } from '@reaper-sidecar/cassandra-rig';
import { totalDamage } from '@reaper-sidecar/dataset';
import { overlapsOnANode } from '@reaper-sidecar/sidecar-rig';

import type { ForeignRepairs } from './foreign-repairs.js';
import type { Kills } from './kills.js';
import type { ChaosOptions } from './options.js';
import type { RunRecord } from './run-record.js';
import type { Stage } from './stage.js';
import { longestAfterEnd } from './stuck-segments.js';

/** One thing that has to hold, with the figure that shows it. */
export interface Verdict {
  readonly what: string;
  readonly found: string;
  readonly holds: boolean;
  /** What was seen where it does not hold. */
  readonly details: readonly string[];
}

export interface Trial {
  readonly options: ChaosOptions;
  readonly stage: Stage;
  readonly kills: Kills;
  readonly foreign: ForeignRepairs;
  readonly records: readonly RunRecord[];
  readonly overdue: number;
}

const MAX_AFTER_END_MS = 60_000;

export async function judge(trial: Trial): Promise<Verdict[]> {
  const { records, stage, foreign } = trial;
  const log = await readCommandLog(
    stage.cluster,
    stage.damaged.map(({ options }) => options.keyspace),
  );
  const segments = records.flatMap((record) => record.segments);
  return [
    ...faultsDone(trial),
    none(
      'runs that did not end DONE',
      records
        .filter(({ last }) => last.state !== 'DONE')
        .map(({ last }) => `${last.id}: ${last.state} ${last.message}`),
    ),
    none('rows wrong on a replica of a repaired keyspace', await wrongRows(trial)),
    none(
      'finished segments changed afterwards',
      records.flatMap(({ redone }) => redone),
    ),
    none('finished segments repaired once more, by the record of Cassandra', repairedAgain(records, log)),
    await afterEnd(trial, log),
    none(
      'our commands at the same time on a node, by their segments',
      overlapsOnANode(segments).map((pair) => JSON.stringify(pair)),
    ),
    none(
      'our commands at the same time on a node, by the record of Cassandra',
      overlappingCommands(log).map((pair) => JSON.stringify(pair)),
    ),
    none('repairs of others that were ended', foreign.ended),
    none(
      `looks at a run that had stood still for 5 s without one current reason per waiting set, of ${sum(records, 'stillLooks')}`,
      records.flatMap(({ unexplained }) => unexplained),
    ),
  ];
}

function faultsDone({ options, kills, overdue, foreign }: Trial): Verdict[] {
  const atLeast = (what: string, done: number, wanted: number): Verdict => ({
    what,
    found: String(done),
    holds: done >= wanted,
    details: done >= wanted ? [] : [`${wanted} were wanted`],
  });
  return [
    atLeast('kill -9 of sidecars', kills.sidecars, options.sidecarKills),
    atLeast('kill -9 of Cassandra nodes', kills.nodes.length, options.nodeKills),
    atLeast(`segments over time beside ${foreign.started} nodetool repairs`, overdue, options.timeouts),
  ];
}

function none(what: string, details: readonly string[]): Verdict {
  return { what, found: String(details.length), holds: details.length === 0, details };
}

/** Each replica asked alone, of every keyspace with a run that ended DONE. */
async function wrongRows({ stage, records }: Trial): Promise<string[]> {
  const done = new Set(records.filter(({ last }) => last.state === 'DONE').map(({ last }) => last.keyspace));
  const wrong: string[] = [];
  for (const dataset of stage.damaged.filter(({ options }) => done.has(options.keyspace))) {
    const audits = await dataset.audit();
    const bad = audits.filter((audit) => totalDamage([audit]) > 0);
    wrong.push(...bad.map((audit) => `${dataset.options.keyspace}: ${JSON.stringify(audit)}`));
  }
  return wrong;
}

/** A command for the same ranges that began after the outcome could be read. */
function repairedAgain(records: readonly RunRecord[], log: readonly LoggedCommand[]): string[] {
  return records.flatMap(({ last, finished }) => {
    const endMs = Date.parse(last.endedAt ?? '') || Date.now();
    const ofRun = log.filter(({ keyspace, startedMs }) => keyspace === last.keyspace && startedMs <= endMs);
    return [...finished.values()].flatMap(({ segment, seenMs }) =>
      ofRun
        .filter(({ startedMs, ranges }) => startedMs > seenMs && ranges.includes(rangeOf(segment)))
        .map((again) => `run ${last.id} segment ${segment.seq}, DONE at ${segment.endedAt}: ${JSON.stringify(again)}`),
    );
  });
}

function rangeOf({ ranges: [range] }: RunRecord['segments'][number]): string {
  return `(${range?.start},${range?.end}]`;
}

async function afterEnd({ stage, records, kills }: Trial, log: readonly LoggedCommand[]): Promise<Verdict> {
  const longest = longestAfterEnd(records, log, await deathsByHost(stage, kills));
  return {
    what: 'longest time a segment was shown as running after its end',
    found: `${(longest.ms / 1000).toFixed(1)} s`,
    holds: longest.ms <= MAX_AFTER_END_MS,
    details: longest.ms > MAX_AFTER_END_MS ? [longest.what] : [],
  };
}

async function deathsByHost({ fleet, cluster }: Stage, { nodes }: Kills) {
  const response = await fleet.sidecars[0]?.api.GET('/api/v1/nodes');
  return nodes.map(({ node, atMs }) => {
    const { address } = cluster.node(node);
    return { hostId: response?.data?.items.find((one) => one.address.split(':')[0] === address)?.hostId, atMs };
  });
}

function sum(records: readonly RunRecord[], key: 'stillLooks'): number {
  return records.reduce((total, record) => total + record[key], 0);
}
