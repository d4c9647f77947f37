import { BASIC_PROTOCOL, type Assignment, type AssignmentItem } from '../model/assignment.js';
import type { NodeState } from '../model/node-state.js';
import type { SegmentOutcome } from '../model/segment.js';
import type { EngineObserver } from '../ports/engine-observer.js';
import type { Log, Runtime } from '../ports/runtime.js';
import { Worker } from '../worker/worker.js';
import type { WorkerDeps, WorkerOptions } from '../worker/worker-options.js';
import { FakeRepairNode, type FakeNodeOptions } from './fake-repair-node.js';
import { MemoryCluster, type MemoryStores } from './memory-cluster.js';
import { VirtualTime } from './virtual-time.js';

const quiet = () => undefined;
const SILENT_LOG: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** What one worker process told its surroundings. */
export interface Seen {
  readonly rings: string[];
  readonly started: AssignmentItem[];
  readonly ended: { readonly item: AssignmentItem; readonly outcome: SegmentOutcome }[];
  readonly gapsMs: number[];
}

/** One sidecar process: its worker, its connection to the stores, what it was seen doing. */
export interface RiggedProcess {
  readonly worker: Worker;
  readonly stores: MemoryStores;
  readonly seen: Seen;
}

/** Segment number = item number; everything else alike. */
export function repairItem(stamp: number, changes: Partial<AssignmentItem> = {}): AssignmentItem {
  return {
    stamp,
    runId: 'run',
    planId: 'plan',
    seq: stamp,
    round: 0,
    attempt: 1,
    keyspace: 'ks',
    tables: ['t'],
    ranges: [`${stamp}:${stamp + 1}`],
    participants: ['host-1', 'host-2', 'host-3'],
    mode: 'full',
    parallelism: 'parallel',
    datacenters: [],
    hosts: [],
    jobThreads: 1,
    timeoutMs: 60_000,
    intensity: 1,
    ...changes,
  };
}

export function repairItems(count: number, changes: Partial<AssignmentItem> = {}): AssignmentItem[] {
  return Array.from({ length: count }, (_, at) => repairItem(at + 1, changes));
}

/** A worker on virtual time, a node in memory, stores in memory, and the leader's pen in the hand of the test. */
export class WorkerRig {
  readonly time = new VirtualTime();
  readonly cluster = new MemoryCluster();
  readonly node: FakeRepairNode;
  /** The leader's and the test's own connection. */
  readonly pen = this.cluster.connect({ timers: this.time });
  process: RiggedProcess;
  #uuids = 0;
  #epoch = 1_000;
  #version = 0;

  constructor(
    node: Partial<FakeNodeOptions> = {},
    private readonly options: Partial<WorkerOptions> = {},
  ) {
    this.node = new FakeRepairNode({ clock: this.time, timers: this.time, ...node });
    this.process = this.newProcess();
  }

  /** A rig whose worker has registered. */
  static async started(...given: ConstructorParameters<typeof WorkerRig>): Promise<WorkerRig> {
    const rig = new WorkerRig(...given);
    await rig.start();
    return rig;
  }

  /** Stamps of the items whose commands the node ran, in order. */
  get started(): number[] {
    return this.node.commands.map(({ command }) => Number(command.ranges[0]?.split(':')[0]));
  }
  get worker(): Worker {
    return this.process.worker;
  }
  get seen(): Seen {
    return this.process.seen;
  }

  /** Another process of the same host; `wrap` may put something between it and its surroundings. */
  newProcess(wrap: (deps: WorkerDeps) => WorkerDeps = (deps) => deps): RiggedProcess {
    const stores = this.cluster.connect({ timers: this.time });
    const seen: Seen = { rings: [], started: [], ended: [], gapsMs: [] };
    const deps: WorkerDeps = {
      runtime: this.#runtime(),
      node: this.node,
      history: this.node,
      assignments: stores.assignments,
      nodeStates: stores.nodeStates,
      segments: stores.segments,
      lease: stores.leases,
      doorbell: { ring: (hostId) => void seen.rings.push(hostId) },
      observer: observerInto(seen),
    };
    const options = { sidecarVersion: '1.0.0', apiUrl: 'http://127.0.0.1:8080', ...this.options };
    this.process = { worker: new Worker(wrap(deps), options), stores, seen };
    return this.process;
  }

  /** Starts the present process and lets it register. */
  async start(): Promise<void> {
    this.worker.start();
    await this.time.settle();
  }

  /** Writes the next version of the list for the present incarnation and rings. */
  async assign(items: readonly AssignmentItem[], changes: Partial<Assignment> = {}): Promise<Assignment> {
    const incarnation = this.worker.snapshot().incarnation ?? 'nobody';
    const stamp = (changes.epoch ?? this.#epoch) * 1_000 + ++this.#version;
    const list = {
      protocol: BASIC_PROTOCOL,
      epoch: this.#epoch,
      stamp,
      leader: 'leader',
      incarnation,
      items,
      ...changes,
    };
    await this.pen.assignments.write('host-1', list);
    this.worker.look();
    await this.time.settle();
    return list;
  }

  async state(): Promise<NodeState> {
    const found = await this.pen.nodeStates.read('host-1');
    if (!found) throw new Error('The worker has not registered');
    return found.state;
  }

  /** The stored outcome of a segment. */
  outcome(seq: number): SegmentOutcome | undefined {
    return this.cluster.tables.plan('plan').outcomes.at(`${seq}`).read()?.value;
  }

  /** Makes the row of a segment exist, as the creation of its run does. */
  plan(...seqs: readonly number[]): void {
    for (const seq of seqs) {
      this.cluster.tables
        .plan('plan')
        .segments.at(`${seq}`)
        .write({ seq, ranges: [], replicas: ['host-1', 'host-2'], ringShare: 0 }, 1);
    }
  }

  #runtime(): Runtime {
    const entropy = { uuid: () => `incarnation-${++this.#uuids}`, random: () => 0.5 };
    return { clock: this.time, timers: this.time, entropy, log: SILENT_LOG };
  }
}

function observerInto(seen: Seen): EngineObserver {
  return {
    segmentStarted: (item) => void seen.started.push(item),
    segmentEnded: (item, outcome) => void seen.ended.push({ item, outcome }),
    idleGap: (ms) => void seen.gapsMs.push(ms),
  };
}
