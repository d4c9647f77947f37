import { formatRange, PARTITIONERS, type ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { NodeUnreachableError } from '../errors/domain-error.js';
import { UnknownKeyspaceError } from '../errors/unknown-keyspace-error.js';
import { unitKey } from '../model/repair-unit.js';
import type { ActiveRun, RunCreation, RunSpec } from '../model/repair-run.js';
import type { ClusterNode, ClusterView, KeyspaceInfo, SchemaReader, Topology } from '../ports/cluster-view.js';
import type { RepairCommand } from '../ports/repair-node.js';
import type { LeaderTimings } from '../leader/leader-options.js';
import type { AdmissionLimits } from '../admission/limits.js';
import { createRun } from '../runs/create-run.js';
import type { RunRequest } from '../runs/run-request.js';
import type { StorageInspector } from '../ports/storage-inspector.js';
import { MemoryRepairHistory } from './memory-repair-history.js';
import { MemoryCluster, type MemoryStores } from './memory-cluster.js';
import { seededEntropy } from './seeded-entropy.js';
import { SimulatedCommands, type StartedCommand } from './simulated-commands.js';
import { SimulatedRing } from './simulated-ring.js';
import { SimulatedSidecar } from './simulated-sidecar.js';
import { VirtualTime } from './virtual-time.js';

export interface SimulatedClusterOptions {
  /** @default 3 */
  readonly hosts: number;
  /** @default 4 */
  readonly tokensPerHost: number;
  /** @default 3 */
  readonly replicationFactor: number;
  /** Replicas by datacenter, for more than the one. @default replicationFactor in dc1 */
  readonly replication?: Readonly<Record<string, number>>;
  /** @default 1 */
  readonly seed: number;
  /** Duration of a command. @default 1_000 */
  readonly durationMs: number;
  readonly timings: Partial<LeaderTimings>;
  readonly limits: Partial<AdmissionLimits>;
  /** Doorbells ring. @default true */
  readonly doorbells: boolean;
}

export const SIMULATED_KEYSPACE = 'ks';
const { Murmur3Partitioner } = PARTITIONERS;

/** A whole cluster in one process on virtual time: nodes, sidecars with leader and worker, storage; and the truth about commands. */
export class SimulatedCluster {
  readonly time = new VirtualTime({ promisesOnly: true });
  readonly storage = new MemoryCluster();
  /** A client outside the sidecars. */
  readonly pen: MemoryStores = this.storage.connect({ timers: this.time });
  readonly sidecars: SimulatedSidecar[];
  /** What must never happen. */
  readonly violations: string[] = [];
  readonly truth: SimulatedCommands;
  readonly layout: SimulatedRing;
  /** Starts of segments whose success was already stored. Only a release in doubt may cause them. */
  readonly redone: string[] = [];
  readonly #segments = new Map<string, { readonly planId: string; readonly seq: number }>();
  readonly options: SimulatedClusterOptions;
  /** Told of what happens, for people. */
  tell: (what: string) => void = () => undefined;
  /** Whether a doorbell arrives. */
  hears: (hostId: string) => boolean = () => true;
  tables: readonly string[] = ['t'];
  keyspaceExists = true;
  /** Repairs of others, as Cassandra records them. */
  readonly history = new MemoryRepairHistory();
  /** What the leader checks of the keyspace of the sidecars; nothing without it. */
  inspector: StorageInspector | undefined;
  /** What the nodes do when asked for the cluster: answer, refuse, or nothing at all. By host id; default: answer. */
  readonly nodeAnswers = new Map<string, 'refuse' | 'hang'>();
  readonly #entropy;
  readonly #byHost = new Map<string, SimulatedSidecar>();

  constructor(options: Partial<SimulatedClusterOptions> = {}) {
    this.options = {
      ...{ hosts: 3, tokensPerHost: 4, replicationFactor: 3, seed: 1, durationMs: 1_000, doorbells: true },
      ...{ timings: {}, limits: {} },
      ...options,
    };
    const { hosts, tokensPerHost, replicationFactor, seed } = this.options;
    this.#entropy = seededEntropy(seed);
    const replication = this.options.replication ?? { dc1: replicationFactor };
    this.layout = new SimulatedRing({ hosts, tokensPerHost, replication, seed }, this.time);
    this.truth = new SimulatedCommands(this.options.limits.maxRepairsPerNode ?? 1, (what) =>
      this.violations.push(what),
    );
    this.sidecars = this.nodes.map((node) => this.#sidecarOf(node));
  }

  /** Every command ever started, oldest first. */
  get commands(): StartedCommand[] {
    return this.truth.all;
  }

  get nodes(): readonly ClusterNode[] {
    return this.layout.nodes;
  }

  get ring(): readonly ReplicatedRange[] {
    return this.layout.ranges;
  }

  /** The cluster as seen from one of its nodes. */
  viewOf(hostId: string): ClusterView {
    const asked = async () => {
      const answer = this.nodeAnswers.get(hostId);
      if (answer === 'refuse') throw new NodeUnreachableError('The simulated node refuses');
      if (answer === 'hang') await new Promise<never>(() => undefined);
    };
    return {
      ...this.view,
      topology: async () => (await asked(), this.view.topology()),
      ring: async (keyspace) => (await asked(), this.view.ring(keyspace)),
    };
  }

  get view(): ClusterView {
    return {
      topology: async (): Promise<Topology> => ({
        clusterName: 'simulated',
        partitioner: Murmur3Partitioner.className,
        nodes: this.nodes,
        schemaVersions: ['v1'],
      }),
      ring: async (keyspace) => {
        if (keyspace !== SIMULATED_KEYSPACE || !this.keyspaceExists) throw new UnknownKeyspaceError(keyspace);
        return this.ring;
      },
      ownSizes: async (_keyspace, tables) => ({
        hostId: this.nodes[0]?.hostId ?? '',
        tables: tables.map((table) => ({ table, bytes: 1_000, partitions: 10 })),
      }),
    };
  }

  get schema(): SchemaReader {
    const info = (): KeyspaceInfo | undefined =>
      this.keyspaceExists ? keyspaceInfo(this.tables, this.layout.replication) : undefined;
    return {
      keyspaces: async () => [info()].filter((one) => one !== undefined),
      keyspace: async (name) => (name === SIMULATED_KEYSPACE ? info() : undefined),
      sizeEstimates: async () => [],
    };
  }

  sidecar(hostId: string): SimulatedSidecar {
    const found = this.sidecarIfAny(hostId);
    if (!found) throw new Error(`No sidecar of host ${hostId}`);
    return found;
  }

  sidecarIfAny(hostId: string): SimulatedSidecar | undefined {
    return this.#byHost.get(hostId);
  }

  /** The sidecar that leads, as far as it knows. */
  get leader(): SimulatedSidecar | undefined {
    return this.sidecars.find((one) => one.leads);
  }

  startAll(): void {
    for (const sidecar of this.sidecars) sidecar.boot();
  }

  async createRun(changes: Partial<RunRequest> = {}): Promise<RunCreation> {
    const request: RunRequest = {
      ...{ keyspace: SIMULATED_KEYSPACE, mode: 'full', parallelism: 'parallel', datacenters: [], hostIds: [] },
      ...{ jobThreads: 1, sizing: { kind: 'count', segments: 12 } },
      ...{ intensity: 1, segmentTimeoutMs: 600_000, maxAttempts: 3, priority: 50, cause: 'test', createdBy: 'test' },
      ...changes,
    };
    const quiet = () => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const runtime = { clock: this.time, entropy: this.#entropy, log };
    const ports = { cluster: this.view, schema: this.schema, runs: this.pen.runs, runtime };
    const creation = await createRun(ports, request);
    for (const { segment } of await this.pen.segments.readPlan(creation.planId)) {
      const ranges = segment.ranges.map(formatRange).join(',');
      this.#segments.set(`${creation.unit.tables} ${ranges}`, { planId: creation.planId, seq: segment.seq });
    }
    this.ringLeader();
    return creation;
  }

  async editRun(creation: RunCreation, change: (spec: RunSpec) => RunSpec): Promise<void> {
    const active = await this.activeRun(creation);
    if (!active) throw new Error(`Run ${creation.runId} is over`);
    const answer = await this.pen.runs.editSpec(active, change(active.spec));
    if (!answer.applied) throw new Error(`Run ${creation.runId} was edited by somebody else`);
    this.ringLeader();
  }

  async activeRun({ unit }: RunCreation): Promise<ActiveRun | undefined> {
    return (await this.pen.runs.activeRuns()).find((run) => run.unitKey === unitKey(unit));
  }

  ringLeader(): void {
    const lease = this.storage.tables.lease.read('leader', { serial: false });
    if (lease?.holder && this.options.doorbells && this.hears(lease.holder)) this.sidecar(lease.holder).look();
  }

  /** Lets time pass until the run is over; returns how long that took. */
  async untilOver(creation: RunCreation, maxMs: number, stepMs = 100): Promise<number> {
    const from = this.time.monotonicMs();
    while (await this.activeRun(creation)) {
      if (this.time.monotonicMs() - from > maxMs) throw new Error(`Run not over after ${maxMs} ms: ${this.explain()}`);
      await this.time.advance(stepMs);
    }
    return this.time.monotonicMs() - from;
  }

  async until(what: () => boolean, maxMs: number, stepMs = 100): Promise<void> {
    const from = this.time.monotonicMs();
    while (!what()) {
      if (this.time.monotonicMs() - from > maxMs) throw new Error(`Not reached after ${maxMs} ms: ${this.explain()}`);
      await this.time.advance(stepMs);
    }
  }

  /** For messages of failed tests. */
  explain(): string {
    const lead = this.leader?.process?.leadership.snapshot();
    return JSON.stringify({ leader: this.leader?.hostId, ...lead, violations: this.violations }, undefined, 1);
  }

  /** Called by a node when a command of ours starts. */
  started(hostId: string, command: RepairCommand): StartedCommand {
    const participants = this.layout.participantsOf(command);
    this.#noteRedone(hostId, command);
    return this.truth.begin(hostId, command, participants, this.time.wallMs());
  }

  #noteRedone(hostId: string, { tables, ranges }: RepairCommand): void {
    const segment = this.#segments.get(`${tables} ${ranges.join(',')}`);
    const stored = segment && this.storage.tables.plan(segment.planId).outcomes.at(`${segment.seq}`).peek();
    if (!segment || stored?.value.state !== 'DONE' || stored.value.round < this.#wantedRound(segment)) return;
    this.redone.push(`segment ${segment.seq} on ${hostId}`);
  }

  #wantedRound({ planId, seq }: { readonly planId: string; readonly seq: number }): number {
    const active = this.storage.tables.activeRuns.readAll({ serial: false });
    return active.find((run) => run.planId === planId)?.spec.rounds[seq] ?? 0;
  }

  runningCommands(): readonly StartedCommand[] {
    return this.truth.running;
  }

  /** Adds a node with tokens of its own. Its sidecar is not started. */
  addNode(tokens: readonly bigint[], datacenter?: string): SimulatedSidecar {
    return this.#join(this.layout.add(tokens, datacenter));
  }

  /** Puts a new node in the place of another one, which is gone for ever. Its sidecar is not started. */
  replaceNode(hostId: string): SimulatedSidecar {
    return this.#join(this.layout.replace(hostId));
  }

  removeNode(hostId: string): void {
    this.layout.remove(hostId);
  }

  setNode(hostId: string, changes: Partial<ClusterNode>): void {
    this.layout.set(hostId, changes);
  }

  #join(node: ClusterNode): SimulatedSidecar {
    const sidecar = this.#sidecarOf(node);
    this.sidecars.push(sidecar);
    return sidecar;
  }

  #sidecarOf(node: ClusterNode): SimulatedSidecar {
    const sidecar = new SimulatedSidecar(this, node, this.options.seed * 1_000 + this.#byHost.size);
    this.#byHost.set(node.hostId, sidecar);
    return sidecar;
  }
}

function keyspaceInfo(tables: readonly string[], replicationFactors: Readonly<Record<string, number>>): KeyspaceInfo {
  return {
    name: SIMULATED_KEYSPACE,
    replicationClass: 'NetworkTopologyStrategy',
    replicationFactors,
    tables: tables.map((name) => ({ name, gcGraceSeconds: 864_000, compaction: 'SizeTieredCompactionStrategy' })),
  };
}
