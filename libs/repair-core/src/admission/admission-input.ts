import type { ClusterNode } from '../ports/cluster-view.js';
import type { ForeignRepair, NodePressure } from '../model/node-state.js';
import type { Reason } from '../reasons/reason.js';
import type { AdmissionLimits } from './limits.js';

/** Tables, of which one node can have one command at a time that handles the marks of repaired data. */
export interface RepairedData {
  readonly keyspace: string;
  readonly tables: readonly string[];
}

/** A command or list that a host takes part in. */
export interface HostTask {
  readonly runId: string;
  /** See {@link WaitingSet.repairedData}. */
  readonly repairedData?: RepairedData;
  /** Host id of the node that runs it. */
  readonly coordinator: string;
  /** Its sidecar is silent and the end of the command is not proven. */
  readonly inDoubt?: { readonly silentForMs: number; readonly releasedInMs: number };
  /** It is over time or of an aborted run and has not ended yet: what its sidecar says of that. */
  readonly cancelling?: string;
  /** It is in a list that could not be written for so long; whether the coordinator has it is not known. */
  readonly undeliveredForMs?: number;
}

/** Whether the sidecar of a host may have work of an older leader or list that nobody knows of. */
export type HostGate =
  | { readonly open: true }
  | {
      readonly open: false;
      readonly why: 'fencing' | 'unwritable' | 'unreadable' | 'unconfirmed';
      readonly opensInMs?: number;
    };

/** All that admission knows of one host. */
export interface HostFacts {
  readonly hostId: string;
  /** For people: the address. */
  readonly name: string;
  /** Undefined: not in the ring. */
  readonly node?: Pick<ClusterNode, 'up' | 'state' | 'releaseVersion' | 'datacenter'>;
  readonly sidecar: 'live' | 'silent' | 'none';
  /** 0 while it is live. */
  readonly silentForMs: number;
  readonly gate: HostGate;
  /** Last figures, also of a silent sidecar. */
  readonly pressure?: NodePressure;
  readonly foreign?: ForeignRepair;
  readonly tasks: readonly HostTask[];
  /** Has a list or command of its own. */
  readonly coordinates: boolean;
  readonly restsForMs: number;
  /** Rises with every list given; the least one coordinates next. */
  readonly lastCoordinated: number;
}

/** Work of one run that waits for one replica set. */
export interface WaitingSet {
  readonly key: string;
  /** Sorted host ids, at least one: the filters of the unit are applied. */
  readonly participants: readonly string[];
  /** Which of them may coordinate what is ready; absent: all. */
  readonly coordinators?: readonly string[];
  /** Tables of which it marks data as repaired, or compares what is marked. */
  readonly repairedData?: RepairedData;
  /** Segments that may start now. */
  readonly ready: number;
  /** When none is ready: the failure they recover from. */
  readonly retry?: { readonly inMs: number; readonly failure: string };
}

export interface AdmissionRun {
  readonly runId: string;
  /** Higher goes first. */
  readonly priority: number;
  readonly createdAtMs: number;
  /** Rises with every grant of any run; the least one is served next among equals. */
  readonly lastGranted: number;
  /** The run as a whole waits. */
  readonly held?: Pick<Reason, 'code' | 'evidence'>;
  /** Sets that have work and no list of this run, in the order of the plan. */
  readonly sets: readonly WaitingSet[];
}

/** A list that is being worked on and would like more of the same. */
export interface HungryList {
  readonly hostId: string;
  readonly runId: string;
  readonly set: WaitingSet;
}

export interface AdmissionInput {
  /** Wall clock, for the times in reasons only. */
  readonly nowMs: number;
  readonly limits: AdmissionLimits;
  readonly schemaVersions: readonly string[];
  readonly hosts: ReadonlyMap<string, HostFacts>;
  /** Hosts that share a replica set of any keyspace with this one. */
  readonly neighbours: (hostId: string) => Iterable<string>;
  readonly runs: readonly AdmissionRun[];
  readonly hungry: readonly HungryList[];
  /** Reasons of the last time by {@link reasonKey}: an unchanged code keeps its `sinceMs`. */
  readonly previous: ReadonlyMap<string, Reason>;
  /** {@link AdmissionOutput.passedOver} of the last time. */
  readonly passedOver: ReadonlyMap<string, number>;
}

export interface Grant {
  readonly runId: string;
  readonly setKey: string;
  readonly coordinator: string;
}

export interface AdmissionOutput {
  readonly grants: readonly Grant[];
  /** Host ids whose list may be made longer. */
  readonly extensions: readonly string[];
  /** One per waiting set, or one for a run that waits as a whole. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
  /** How often nodes of each waiting set were given to others; only of interest to the next time. */
  readonly passedOver: ReadonlyMap<string, number>;
}

const reasonKeys = new WeakMap<readonly string[], { readonly runId: string; readonly key: string }>();

/** Identity of what waits: a run, or a replica set of a run. Kept with the set: thousands are asked for in every look. */
export function reasonKey(runId: string, replicas: readonly string[]): string {
  const known = reasonKeys.get(replicas);
  if (known?.runId === runId) return known.key;
  const key = `${runId}/${replicas.join(',')}`;
  reasonKeys.set(replicas, { runId, key });
  return key;
}
