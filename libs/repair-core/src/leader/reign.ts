import type { AdmissionLimits } from '../admission/limits.js';
import type { RepairAgeStore } from '../ages/repair-age-store.js';
import type { RepairHistory } from '../ages/repair-history.js';
import type { Tenure } from '../lease/tenure.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { SegmentOutcome } from '../model/segment.js';
import type { Stamp } from '../model/stamp.js';
import type { Reason } from '../reasons/reason.js';
import type { ClusterView, SchemaReader } from '../ports/cluster-view.js';
import type { EngineObserver } from '../ports/engine-observer.js';
import type { LeaderNoteStore } from '../ports/leader-notes.js';
import type { AssignmentStore, LeaseStore, NodeStateStore } from '../ports/registers.js';
import type { RunStore, SegmentStore } from '../ports/runs.js';
import type { Doorbell, Runtime } from '../ports/runtime.js';
import type { StorageInspector } from '../ports/storage-inspector.js';
import { ClusterKnowledge } from './cluster-knowledge.js';
import { Crediting } from './crediting.js';
import type { DoubtWatch } from './doubt.js';
import { HostBook, type Departure, type LastRepair } from './host-book.js';
import type { LeaderTimings } from './leader-options.js';
import type { RunBook } from './run-book.js';

export interface LeaderDeps {
  readonly runtime: Runtime;
  /** Host id of the own node. */
  readonly hostId: string;
  readonly lease: LeaseStore;
  readonly assignments: AssignmentStore;
  readonly nodeStates: NodeStateStore;
  readonly runs: RunStore;
  readonly segments: SegmentStore;
  readonly cluster: ClusterView;
  /** Tells which tables still exist; without it a segment of a dropped table uses up its attempts. */
  readonly schema?: Pick<SchemaReader, 'keyspace'> & Partial<Pick<SchemaReader, 'keyspaces'>>;
  /** Where repair ages are kept; without it nothing is credited. */
  readonly ages?: RepairAgeStore;
  /** Repairs of others; without it they are not credited. */
  readonly repairHistory?: RepairHistory;
  readonly notes?: LeaderNoteStore;
  /** The keyspace that all of this rests on; without it, or without notes, it is not checked. */
  readonly storage?: StorageInspector;
  readonly doorbell: Doorbell;
  readonly observer: EngineObserver;
}

/** Everything one reign knows. Dropped when it ends; the next one reads everything again. */
export class Reign {
  readonly hosts = new Map<string, HostBook>();
  readonly runs = new Map<string, RunBook>();
  readonly cluster: ClusterKnowledge;
  readonly doubts = new Map<string, DoubtWatch>();
  readonly crediting = new Crediting(this);
  /** Why nothing at all may be started. */
  storageHold: Pick<Reason, 'code' | 'evidence'> | undefined;
  /** Reasons of the last admission by `reasonKey`. */
  reasons: ReadonlyMap<string, Reason> = new Map();
  /** Counts of the last admission. */
  passedOver: ReadonlyMap<string, number> = new Map();
  /** Monotonic ms. */
  readonly beganAt: number;
  lastTickMs: number | undefined;
  /** Every host was open, or was given the time to be: segments may be read and given. */
  takenOver = false;
  /** Set by the leader before anything else happens. */
  fenceNew: (host: HostBook) => void = () => undefined;
  #grants = 0;

  constructor(
    readonly deps: LeaderDeps,
    readonly tenure: Tenure,
    readonly timings: LeaderTimings,
    readonly limits: AdmissionLimits,
  ) {
    this.cluster = new ClusterKnowledge(deps.cluster, deps.runtime);
    this.beganAt = this.now();
  }

  /** Monotonic ms: for waits that must be long enough. */
  now(): number {
    return this.deps.runtime.clock.monotonicMs();
  }

  /** Epoch ms, for display. */
  wallMs(): number {
    return this.deps.runtime.clock.wallMs();
  }

  /** The book of a host. One that was not known is fenced first, whoever mentions it. */
  host(hostId: string): HostBook {
    const known = this.hosts.get(hostId);
    if (known) return known;
    const book = this.addHost(hostId);
    this.fenceNew(book);
    return book;
  }

  /** For take-over, which fences the host itself. */
  addHost(hostId: string): HostBook {
    const book = new HostBook(hostId);
    this.hosts.set(hostId, book);
    return book;
  }

  nextTurn(): number {
    return ++this.#grants;
  }

  /** Sequence numbers of a run that some worker has. */
  given(runId: string): ReadonlySet<number> {
    return this.givenByRun().get(runId) ?? new Set();
  }

  givenByRun(): ReadonlyMap<string, ReadonlySet<number>> {
    const given = new Map<string, Set<number>>();
    for (const { runId, seq } of this.tasks()) {
      const seqs = given.get(runId) ?? new Set();
      given.set(runId, seqs.add(seq));
    }
    return given;
  }

  /** Sequence numbers of segments whose command runs, as the workers last told, by run. */
  runningByRun(): ReadonlyMap<string, ReadonlySet<number>> {
    const running = new Map<string, Set<number>>();
    for (const { current } of this.hosts.values()) {
      if (!current) continue;
      const { runId, seq } = current.item;
      running.set(runId, (running.get(runId) ?? new Set()).add(seq));
    }
    return running;
  }

  depart(departures: readonly Departure[]): void {
    for (const { item, result } of departures) {
      this.runs.get(item.runId)?.depart(item, result);
      if (result) this.#rest(item, result.durationMs);
    }
  }

  /** Writes an outcome that no worker can write. Success proves nothing; the end of a run reads all rows again. */
  async writeOutcome(run: RunBook, seq: number, outcome: SegmentOutcome): Promise<void> {
    const stamp: Stamp = this.tenure.nextStamp();
    this.tenure.requireActing();
    await this.deps.segments.writeOutcome(run.creation.planId, seq, outcome, stamp);
    run.applyOwnOutcome(seq, outcome, stamp, this.now());
  }

  /**
   * Duty cycle: after d ms of repair a participant rests d·(1/intensity − 1), by the present intensity of the run.
   *
   * @returns monotonic ms
   */
  restUntil({ lastRepair }: Pick<HostBook, 'lastRepair'>): number {
    if (!lastRepair) return 0;
    const { runId, endedAt, durationMs } = lastRepair;
    const intensity = this.runs.get(runId)?.spec.intensity ?? lastRepair.intensity;
    return endedAt + durationMs * (1 / intensity - 1);
  }

  #rest({ participants, runId, intensity }: AssignmentItem, durationMs: number): void {
    const lastRepair: LastRepair = { runId, intensity, durationMs, endedAt: this.now() };
    for (const hostId of participants) {
      const host = this.host(hostId);
      if (this.restUntil({ lastRepair }) >= this.restUntil(host)) host.lastRepair = lastRepair;
    }
  }

  *tasks(): Iterable<AssignmentItem> {
    for (const host of this.hosts.values()) yield* host.tasks();
  }
}
