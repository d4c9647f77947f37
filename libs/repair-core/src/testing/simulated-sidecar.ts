import { Leadership } from '../leader/leadership.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { SegmentOutcome } from '../model/segment.js';
import type { ClusterNode } from '../ports/cluster-view.js';
import type { EngineObserver } from '../ports/engine-observer.js';
import type { RepairNode } from '../ports/repair-node.js';
import type { Log, Runtime } from '../ports/runtime.js';
import { Worker } from '../worker/worker.js';
import { FakeRepairNode, type FakeBehaviour } from './fake-repair-node.js';
import type { MemoryStores } from './memory-cluster.js';
import { ProcessGate } from './process-gate.js';
import { seededEntropy } from './seeded-entropy.js';
import type { SimulatedCluster, StartedCommand } from './simulated-cluster.js';

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

/** Time of a doorbell on its way. */
const RING_MS = 5;

/** A node and the sidecar beside it. */
export class SimulatedSidecar {
  readonly node: FakeRepairNode;
  process: SidecarProcess | undefined;
  /** Called before every call of the present process to the outside. */
  beforeCall: (method: string) => void = () => undefined;
  /** Chooses what becomes of the next command. */
  behave: (ranges: string) => FakeBehaviour = () => ({});
  readonly ended: EndedSegment[] = [];
  /** Runs and the states their end was told with. */
  readonly endedRuns: { readonly runId: string; readonly state: string }[] = [];
  readonly gapsMs: number[] = [];
  /** Newest last. */
  readonly logs: string[] = [];
  readonly #entropy;

  constructor(
    private readonly cluster: SimulatedCluster,
    { hostId, address, rack, datacenter }: ClusterNode,
    seed: number,
  ) {
    this.#entropy = seededEntropy(seed);
    const { time, options } = cluster;
    const identity = { hostId, address, rack, datacenter };
    this.node = new FakeRepairNode({ clock: time, timers: time, durationMs: options.durationMs, identity });
    this.node.behave = (command) => this.#startCommand(cluster.started(hostId, command));
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
    gate.beforeCall = (method) => this.beforeCall(method);
    const stores = this.cluster.storage.connect({ timers: this.cluster.time });
    const shared = this.#shared(gate, stores);
    const { options } = this.cluster;
    const node = this.#guardedNode(gate);
    const worker = new Worker({ ...shared, node, history: this.node }, { sidecarVersion: '1.0.0', apiUrl: 'http://x' });
    const leadership = new Leadership(
      {
        ...shared,
        hostId: this.hostId,
        runs: gate.guard(stores.runs),
        cluster: gate.guard(this.cluster.viewOf(this.hostId)),
        schema: gate.guard(this.cluster.schema),
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
    this.process = undefined;
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
    this.#endCommands();
    this.node.restart();
    const generation = this.cluster.nodes.find(({ hostId }) => hostId === this.hostId)?.generation ?? 0;
    const nowSeconds = Math.ceil(this.cluster.time.wallMs() / 1000);
    this.cluster.setNode(this.hostId, { generation: Math.max(generation + 1, nowSeconds) });
  }

  #shared(gate: ProcessGate, stores: MemoryStores) {
    const { assignments, nodeStates, segments, leases } = stores;
    return {
      runtime: this.#runtime(gate),
      assignments: gate.guard(assignments),
      nodeStates: gate.guard(nodeStates),
      segments: gate.guard(segments),
      lease: gate.guard(leases),
      doorbell: { ring: (hostId: string) => gate.notify(() => this.#ring(hostId)) },
      observer: this.#observer(),
    };
  }

  #runtime(gate: ProcessGate): Runtime {
    const { time } = this.cluster;
    const note =
      (level: string): Log['info'] =>
      (message, fields) => {
        const told = fields?.['error'] instanceof Error ? { ...fields, error: fields['error'].message } : fields;
        this.logs.push(`${time.wallMs() - 1_700_000_000_000} ${level} ${message} ${JSON.stringify(told ?? {})}`);
      };
    const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
    return { clock: time, timers: gate.guardTimers(time), entropy: this.#entropy, log };
  }

  #ring(hostId: string): void {
    if (!this.cluster.options.doorbells) return;
    const target = this.cluster.sidecars.find((one) => one.hostId === hostId);
    void this.cluster.time.sleep(RING_MS).then(() => target?.look());
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
    const guarded = gate.guard(node as RepairNode);
    const terminating = gate.guard({ terminateAll: () => this.#terminateAll() });
    return {
      identity: () => guarded.identity(),
      activity: async () => ({ ...(await guarded.activity()), sessions: this.#sessions() }),
      status: (commandNumber) => guarded.status(commandNumber),
      terminateAll: () => terminating.terminateAll(),
      listen: (listener) =>
        node.listen({
          event: (event) => gate.notify(() => listener.event(event)),
          missed: () => gate.notify(() => listener.missed()),
        }),
      prepare: (command) => guarded.prepare(command),
    };
  }

  async #terminateAll(): Promise<void> {
    await this.node.terminateAll();
    if (this.node.running().length === 0) this.#endCommands();
  }

  #endCommands(): void {
    for (const command of this.cluster.runningCommands()) {
      if (command.hostId === this.hostId)
        Object.assign(command, { endedAtMs: this.cluster.time.wallMs(), succeeded: false });
    }
  }

  /** Parent sessions exist on every participant. */
  #sessions(): number {
    return this.cluster.runningCommands().filter(({ participants }) => participants.includes(this.hostId)).length;
  }

  #startCommand(started: StartedCommand): FakeBehaviour {
    const behaviour = this.behave(started.ranges);
    const { time, options } = this.cluster;
    const { durationMs = options.durationMs } = behaviour;
    const starts = !behaviour.nothingToRepair && behaviour.refused === undefined && !behaviour.requestLost;
    const end = (succeeded: boolean) => {
      if (started.endedAtMs === undefined) Object.assign(started, { endedAtMs: time.wallMs(), succeeded });
    };
    if (!starts) end(false);
    else if (durationMs !== Infinity) void time.sleep(durationMs).then(() => end(behaviour.failure === undefined));
    return behaviour;
  }
}
