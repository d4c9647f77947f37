import { Leadership } from '../leader/leadership.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { SegmentOutcome } from '../model/segment.js';
import type { ClusterNode } from '../ports/cluster-view.js';
import type { EngineObserver } from '../ports/engine-observer.js';
import type { RepairCommand, RepairEvent, RepairNode } from '../ports/repair-node.js';
import type { Clock, Log, Runtime } from '../ports/runtime.js';
import { Worker } from '../worker/worker.js';
import { FakeRepairNode, type FakeBehaviour, type FakeCommand } from './fake-repair-node.js';
import type { MemoryStores } from './memory-cluster.js';
import { ProcessGate } from './process-gate.js';
import { seededEntropy } from './seeded-entropy.js';
import type { SimulatedCluster } from './simulated-cluster.js';
import type { StartedCommand } from './simulated-commands.js';

/** One life of a sidecar. */
export interface SidecarProcess {
  readonly gate: ProcessGate;
  readonly worker: Worker;
  readonly leadership: Leadership;
  readonly stores: MemoryStores;
}

export interface EndedSegment {
  readonly item: AssignmentItem;
  readonly outcome: SegmentOutcome;
}

/** So many lines at most. */
const KEPT_LOGS = 2_000;

/** Time of a doorbell on its way. */
const RING_MS = 5;

/** A node and the sidecar beside it. */
export class SimulatedSidecar {
  readonly node: FakeRepairNode;
  process: SidecarProcess | undefined;
  /** Called before every call of the present process to the outside. */
  beforeCall: (method: string, port: string) => void = () => undefined;
  /** Chooses what becomes of the next command. */
  behave: (ranges: string) => FakeBehaviour = () => ({});
  readonly ended: EndedSegment[] = [];
  /** Runs and the states their end was told with. */
  readonly endedRuns: { readonly runId: string; readonly state: string }[] = [];
  readonly gapsMs: number[] = [];
  /** Newest last. */
  readonly logs: string[] = [];
  /** What becomes of an event of the node on its way to the process. */
  hear: (event: RepairEvent) => 'once' | 'twice' | 'never' = () => 'once';
  /** How far the wall clock of this machine is ahead, ms. */
  clockOffsetMs = 0;
  readonly #entropy;
  readonly #clock: Clock;
  readonly #started = new Map<FakeCommand, StartedCommand>();

  constructor(
    private readonly cluster: SimulatedCluster,
    { hostId, address, rack, datacenter }: ClusterNode,
    seed: number,
  ) {
    this.#entropy = seededEntropy(seed);
    const { time, options } = cluster;
    const identity = { hostId, address, rack, datacenter };
    this.#clock = { wallMs: () => time.wallMs() + this.clockOffsetMs, monotonicMs: () => time.monotonicMs() };
    this.node = new FakeRepairNode({ clock: this.#clock, timers: time, durationMs: options.durationMs, identity });
    this.node.behave = (command) => this.#behaviourOf(command);
    this.node.began = (command) => this.#began(command);
    this.node.ended = (command) => this.#ended(command);
    this.hostId = hostId;
  }

  readonly hostId: string;

  get leads(): boolean {
    const { process } = this;
    return process !== undefined && !process.gate.dead && !process.gate.paused && process.leadership.snapshot().leads;
  }

  get isUp(): boolean {
    return this.process !== undefined && !this.process.gate.dead;
  }

  boot(): void {
    if (this.isUp) return;
    const gate = new ProcessGate();
    gate.beforeCall = (method, port) => this.beforeCall(method, port);
    const stores = this.cluster.storage.connect({ timers: this.cluster.time });
    const { options } = this.cluster;
    const { maxRepairsPerNode = 1 } = options.limits;
    const node = this.#guardedNode(gate);
    const worker = new Worker(
      { ...this.#shared(gate, stores, 'worker'), node, history: this.node },
      { sidecarVersion: '1.0.0', apiUrl: 'http://x', maxRepairsPerNode },
    );
    const leadership = new Leadership(
      {
        ...this.#shared(gate, stores, 'leader'),
        hostId: this.hostId,
        runs: gate.guard(stores.runs, 'runs'),
        cluster: gate.guard(this.cluster.viewOf(this.hostId)),
        schema: gate.guard(this.cluster.schema),
        ages: gate.guard(stores.ages),
        notes: gate.guard(stores.notes),
        repairHistory: gate.guard(this.cluster.history),
        ...(this.cluster.inspector && { storage: gate.guard(this.cluster.inspector) }),
      },
      { timings: options.timings, limits: options.limits },
    );
    this.process = { gate, worker, leadership, stores };
    worker.start();
    leadership.start();
  }

  /** As with kill -9. Its node goes on. */
  kill(): void {
    this.process?.gate.kill();
  }

  async stop(): Promise<void> {
    const { process } = this;
    await Promise.all([process?.worker.stop({ drainMs: 0 }), process?.leadership.stop()]);
    if (this.process === process) this.process = undefined;
  }

  /** Stops the process like SIGSTOP, for so long. */
  pause(ms: number): void {
    const gate = this.process?.gate;
    gate?.pause();
    void this.cluster.time.sleep(ms).then(() => gate?.resume());
  }

  look(): void {
    const { process } = this;
    process?.gate.notify(() => {
      process.worker.look();
      process.leadership.look();
    });
  }

  /** Restarts the node: its commands vanish. */
  restartNode(): void {
    this.node.restart();
    const generation = this.cluster.nodes.find(({ hostId }) => hostId === this.hostId)?.generation ?? 0;
    const nowSeconds = Math.ceil(this.#clock.wallMs() / 1000);
    this.cluster.setNode(this.hostId, { generation: Math.max(generation + 1, nowSeconds) });
  }

  #shared(gate: ProcessGate, stores: MemoryStores, role: 'worker' | 'leader') {
    const { assignments, nodeStates, segments, leases } = stores;
    return {
      runtime: this.#runtime(gate, role),
      assignments: gate.guard(assignments, 'assignments'),
      nodeStates: gate.guard(nodeStates, 'nodeStates'),
      segments: gate.guard(segments, 'segments'),
      lease: gate.guard(leases, 'lease'),
      doorbell: { ring: (hostId: string) => gate.notify(() => this.#ring(hostId)) },
      observer: this.#observer(),
    };
  }

  #runtime(gate: ProcessGate, role: 'worker' | 'leader'): Runtime {
    const { time } = this.cluster;
    const note =
      (level: string): Log['info'] =>
      (message, fields) => {
        const told = fields?.['error'] instanceof Error ? { ...fields, error: fields['error'].message } : fields;
        const line = `${level} ${message} ${JSON.stringify(told ?? {})}`;
        this.logs.push(`${time.wallMs() - 1_700_000_000_000} ${line}`);
        if (this.logs.length > KEPT_LOGS) this.logs.splice(0, KEPT_LOGS / 2);
        this.cluster.tell(`${this.hostId.slice(-4)} ${role}: ${line}`);
      };
    const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
    const timers = gate.guardTimers(time.ownedBy(`${role} ${this.hostId}`));
    return { clock: this.#clock, timers, entropy: this.#entropy, log };
  }

  #ring(hostId: string): void {
    const target = this.cluster.sidecarIfAny(hostId);
    if (!target || !this.cluster.options.doorbells || !this.cluster.hears(hostId)) return;
    void this.cluster.time.sleep(RING_MS, undefined, `doorbell ${hostId}`).then(() => target.look());
  }

  #observer(): EngineObserver {
    return {
      segmentEnded: (item, outcome) => void this.ended.push({ item, outcome }),
      runEnded: (runId, state) => void this.endedRuns.push({ runId, state }),
      idleGap: (ms) => void this.gapsMs.push(ms),
    };
  }

  /** The synchronous start and the listener pass the gate unseen: both belong to the step they happen in. */
  #guardedNode(gate: ProcessGate): RepairNode {
    const { node } = this;
    const guarded = gate.guard(node as RepairNode, 'node');
    const terminating = gate.guard({ terminateAll: () => this.#terminateAll() }, 'node');
    return {
      identity: () => guarded.identity(),
      activity: async () => ({ ...(await guarded.activity()), sessions: this.#sessions() }),
      status: (commandNumber) => guarded.status(commandNumber),
      cancel: (target) => guarded.cancel(target),
      terminateAll: () => terminating.terminateAll(),
      listen: (listener) =>
        node.listen({
          event: (event) => this.#hear(event, (heard) => gate.notify(() => listener.event(heard))),
          missed: () => gate.notify(() => listener.missed()),
        }),
      prepare: (command) => guarded.prepare(command),
    };
  }

  async #terminateAll(): Promise<void> {
    const known = this.process?.worker.snapshot().foreign;
    if (known)
      this.cluster.violations.push(`foreign: ${this.hostId} ends all repairs of its node beside a foreign one`);
    await this.node.terminateAll();
  }

  #hear(event: RepairEvent, tell: (event: RepairEvent) => void): void {
    const heard = this.hear(event);
    if (heard !== 'never') tell(event);
    if (heard === 'twice') tell(event);
  }

  /** Parent sessions exist on every participant. */
  #sessions(): number {
    return this.cluster.truth.with(this.hostId).size + this.node.otherSessions + this.#foreign();
  }

  #foreign(): number {
    return this.node.running().filter(({ foreign }) => foreign).length;
  }

  #behaviourOf(command: RepairCommand): FakeBehaviour {
    const { layout, keyspaceExists, tables } = this.cluster;
    if (!keyspaceExists) return { refused: `Unknown keyspace/cf pair (${command.keyspace}.${command.tables})` };
    const gone = command.tables.find((table) => !tables.includes(table));
    if (gone !== undefined) return { refused: `Unknown keyspace/cf pair (${command.keyspace}.${gone})` };
    if (layout.replicaSetsOf(command) > 1) {
      return { failure: 'Requested range intersects a local range but is not fully contained in one', durationMs: 5 };
    }
    return this.behave(command.ranges.join(','));
  }

  #began(command: FakeCommand): void {
    if (command.foreign) return;
    const foreign = this.process?.worker.snapshot().foreign;
    if (foreign && this.#foreign() > 0) {
      this.cluster.violations.push(
        `foreign: ${this.hostId} starts a repair beside a foreign one it knows: ${foreign.detail}`,
      );
    }
    const started = this.cluster.started(this.hostId, command.command);
    this.#started.set(command, started);
    this.cluster.tell(`${this.hostId.slice(-4)} begins ${started.tables} ${started.ranges} #${command.number}`);
  }

  #ended(command: FakeCommand): void {
    const started = this.#started.get(command);
    this.#started.delete(command);
    if (!started) return;
    this.cluster.truth.end(started, this.cluster.time.wallMs(), command.state === 'completed');
    this.cluster.tell(`${this.hostId.slice(-4)} ends ${started.tables} ${started.ranges}: ${command.state}`);
  }
}
