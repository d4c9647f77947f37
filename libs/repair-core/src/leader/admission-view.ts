import type { AdmissionInput, AdmissionRun, HostFacts, HostTask, HungryList } from '../admission/admission-input.js';
import type { AssignmentItem } from '../model/assignment.js';
import { handlesRepairedData } from '../model/repair-unit.js';
import { orphanDeadline } from './doubt.js';
import { doubtOf } from './doubts.js';
import type { HostBook } from './host-book.js';
import { setKeyOf } from './placement.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import type { RunWork, SetWork } from './work.js';

/** Work of every run by run id. */
export type AllWork = ReadonlyMap<string, RunWork>;

/** What admission is to know, gathered from the books. */
export function admissionInput(reign: Reign, work: AllWork): AdmissionInput {
  const tasks = tasksByParticipant(reign);
  const facts = [...reign.hosts.values()].map((host) => factsOf(reign, host, tasks.get(host.hostId) ?? []));
  return {
    nowMs: reign.wallMs(),
    limits: reign.limits,
    schemaVersions: reign.cluster.topology?.schemaVersions ?? [],
    hosts: new Map(facts.map((one) => [one.hostId, one])),
    neighbours: (hostId) => reign.cluster.neighbours(hostId),
    runs: [...reign.runs.values()].map((run) => admissionRun(reign, run, work.get(run.runId))),
    hungry: hungryLists(reign, work),
    previous: reign.reasons,
    passedOver: reign.passedOver,
  };
}

function tasksByParticipant(reign: Reign): ReadonlyMap<string, readonly HostTask[]> {
  const tasks = new Map<string, HostTask[]>();
  for (const host of reign.hosts.values()) {
    for (const [hostId, task] of tasksOf(reign, host)) tasks.set(hostId, [...(tasks.get(hostId) ?? []), task]);
  }
  return tasks;
}

/** One entry per participant: a worker runs its items one after the other. */
function tasksOf(reign: Reign, host: HostBook): ReadonlyMap<string, HostTask> {
  const doubt = doubtOf(reign, host.hostId);
  const found = new Map<string, HostTask>();
  for (const item of host.tasks()) {
    const inDoubt = doubt?.item.stamp === item.stamp && {
      inDoubt: {
        silentForMs: host.silentForMs(reign.timings.silenceGraceMs),
        releasedInMs: Math.max(0, orphanDeadline(doubt, reign.timings.orphanHoldMs) - reign.now()),
      },
    };
    const cancelling = cancellingOf(host, item);
    const undeliveredForMs = host.undeliveredForMs(item, reign.now());
    const task = {
      ...{ runId: item.runId, coordinator: host.hostId, ...inDoubt },
      ...(cancelling !== undefined && { cancelling }),
      ...(undeliveredForMs !== undefined && { undeliveredForMs }),
      ...(handlesRepairedData(item) && { repairedData: { keyspace: item.keyspace, tables: item.tables } }),
    };
    for (const hostId of item.participants) if (inDoubt || !found.has(hostId)) found.set(hostId, task);
  }
  return found;
}

function cancellingOf({ current, state }: HostBook, { stamp }: AssignmentItem): string | undefined {
  if (current?.state !== 'cancelling' || current.item.stamp !== stamp) return undefined;
  return state?.waiting?.detail ?? 'it has not ended yet';
}

function factsOf(reign: Reign, host: HostBook, tasks: readonly HostTask[]): HostFacts {
  const { state } = host;
  const node = reign.cluster.node(host.hostId);
  const silentForMs = host.silentForMs(reign.timings.silenceGraceMs);
  return {
    hostId: host.hostId,
    name: node?.address ?? state?.address ?? host.hostId,
    ...(node && { node }),
    sidecar: !state ? 'none' : silentForMs > 0 ? 'silent' : 'live',
    silentForMs,
    gate: host.gate(reign.now(), reign.timings.fenceWaitMs),
    ...(state && { pressure: state.pressure }),
    ...(state?.foreign && { foreign: state.foreign }),
    tasks,
    coordinates: !host.isIdle || host.writing !== undefined,
    restsForMs: Math.max(0, reign.restUntil(host) - reign.now()),
    lastCoordinated: host.lastCoordinated,
  };
}

function admissionRun(reign: Reign, run: RunBook, work: RunWork | undefined): AdmissionRun {
  const listed = new Set(
    [...reign.hosts.values()]
      .flatMap((host) => host.unfinished())
      .flatMap((item) => (item.runId === run.runId ? [setKeyOf(item.participants)] : [])),
  );
  const held = heldBecause(reign, run);
  return {
    runId: run.runId,
    priority: run.spec.priority,
    createdAtMs: run.creation.createdAtMs,
    lastGranted: run.lastGranted,
    ...(held && { held }),
    sets: [...(work?.sets.values() ?? [])].filter(({ key }) => !listed.has(key)),
  };
}

function heldBecause(reign: Reign, run: RunBook): AdmissionRun['held'] {
  if (run.spec.desired === 'aborted')
    return { code: 'RUN_ABORTING', evidence: 'its running commands are being cancelled' };
  if (run.spec.desired === 'paused') return { code: 'RUN_PAUSED', evidence: 'somebody paused it' };
  if (reign.storageHold) return reign.storageHold;
  if (run.fatal !== undefined) return { code: 'RUN_ABORTING', evidence: run.fatal };
  if (!reign.cluster.topology || reign.cluster.lostForMs > reign.timings.topologyLostMs) {
    const seconds = Math.round(reign.cluster.lostForMs / 1000);
    return { code: 'TOPOLOGY_UNKNOWN', evidence: `the leader's node gave no topology for ${seconds} s` };
  }
  if (run.ringProblem !== undefined) return { code: 'RING_CHANGED', evidence: run.ringProblem };
  if (reign.cluster.ring(run.creation.unit.keyspace)) return undefined;
  return {
    code: 'TOPOLOGY_UNKNOWN',
    evidence: `the ring of keyspace "${run.creation.unit.keyspace}" could not be read`,
  };
}

function hungryLists(reign: Reign, work: AllWork): readonly HungryList[] {
  return [...reign.hosts.values()].flatMap((host) => {
    const [first] = host.unfinished();
    const set = first && work.get(first.runId)?.sets.get(setKeyOf(first.participants));
    if (!first || !set || set.ready === 0 || !isHungry(reign, host, first)) return [];
    return [{ hostId: host.hostId, runId: first.runId, set: set as SetWork }];
  });
}

/** A list is made longer before it ends, so that its worker has no gap; but not for ever, so that others get a turn. */
function isHungry(reign: Reign, host: HostBook, { runId, participants }: AssignmentItem): boolean {
  const { listLowMs, listSpreadMs, silenceGraceMs } = reign.timings;
  if (!host.open || host.writing || host.silentForMs(silenceGraceMs) > 0) return false;
  if (host.state?.pressure.unreachable !== undefined || host.state?.foreign) return false;
  if (participants.length > 1 && reign.now() - host.listSince > listSpreadMs) return false;
  const left = host.unstarted().length;
  const predicted = reign.runs.get(runId)?.pace.predictMs(setKeyOf(participants));
  return left === 0 || (predicted !== undefined && left * predicted <= listLowMs);
}
