import type { Reason } from '../reasons/reason.js';
import type { AdmissionInput, AdmissionRun, HostFacts, HungryList, WaitingSet } from '../admission/admission-input.js';
import { DEFAULT_ADMISSION_LIMITS } from '../admission/limits.js';

export const NOW = 1_000_000;

export function host(hostId: string, changes: Partial<HostFacts> = {}): HostFacts {
  return {
    ...{
      hostId,
      name: `node-${hostId}`,
      node: { up: true, state: 'NORMAL', releaseVersion: '5.0.9', datacenter: 'dc1' },
      sidecar: 'live',
    },
    ...{
      silentForMs: 0,
      gate: { open: true },
      pressure: { pendingCompactions: 0, operationMode: 'NORMAL' },
      tasks: [],
    },
    ...{ coordinates: false, restsForMs: 0, lastCoordinated: 0 },
    ...changes,
  };
}

export function set(participants: string, changes: Partial<WaitingSet> = {}): WaitingSet {
  return { key: participants, participants: [...participants], ready: 1, ...changes };
}

export function run(runId: string, sets: readonly WaitingSet[], changes: Partial<AdmissionRun> = {}): AdmissionRun {
  return { runId, priority: 50, createdAtMs: 0, lastGranted: 0, sets, ...changes };
}

/** What a test wants to be special; hosts are a to f, all well. */
export interface Case {
  readonly hosts?: readonly HostFacts[];
  readonly runs: readonly AdmissionRun[];
  readonly limits?: Partial<AdmissionInput['limits']>;
  readonly schemaVersions?: readonly string[];
  readonly neighbours?: Readonly<Record<string, string>>;
  readonly hungry?: readonly HungryList[];
  readonly previous?: readonly (readonly [string, Reason])[];
  readonly passedOver?: readonly (readonly [string, number])[];
}

export function input({ hosts = [], runs, limits, neighbours = {}, ...others }: Case): AdmissionInput {
  const all = [...'abcdef'].map((hostId) => hosts.find((one) => one.hostId === hostId) ?? host(hostId));
  return {
    nowMs: NOW,
    limits: { ...DEFAULT_ADMISSION_LIMITS, ...limits },
    schemaVersions: others.schemaVersions ?? ['v1'],
    hosts: new Map(all.map((one) => [one.hostId, one])),
    neighbours: (hostId) => neighbours[hostId] ?? [],
    runs,
    hungry: others.hungry ?? [],
    previous: new Map(others.previous ?? []),
    passedOver: new Map(others.passedOver ?? []),
  };
}
