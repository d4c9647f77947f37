import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { createPlacer } from '../leader/placement.js';
import type { Lease } from '../model/lease.js';
import type { RepairUnit } from '../model/repair-unit.js';
import { explainRun } from '../runs/explain-run.js';
import { viewRun } from '../runs/run-view.js';
import { runningSegments, viewSegment } from '../runs/segment-view.js';
import type { ExplainObservation } from './explain-watch.js';
import type { SimulatedCluster } from './simulated-cluster.js';
import { SIMULATED_KEYSPACE } from './simulated-cluster.js';

/** A lease that did not change for this long has no leader, as the API judges it. */
const LEASE_SILENT_MS = 20_000;

/**
 * Looks at the runs of a simulated cluster through its stores as a sidecar does that answers
 * `GET /api/v1/runs/{id}/explain`. One per trial: it watches the lease.
 */
export class RunObserver {
  #lease: { readonly key: string; readonly sinceMs: number } | undefined;

  constructor(private readonly cluster: SimulatedCluster) {}

  /** Undefined for a run that does not exist. */
  async observe(runId: string): Promise<ExplainObservation | undefined> {
    const { pen, time } = this.cluster;
    const active = (await pen.runs.activeRuns()).find((one) => one.runId === runId);
    const row = await pen.runs.get(runId);
    const view = row && viewRun(row, active);
    if (!view) return undefined;
    const states = [...(await pen.nodeStates.readAll()).values()].map(({ state }) => state);
    const commands = runningSegments(states, runId);
    const spec = view.result ? undefined : view.spec;
    const rows = await pen.segments.readPlan(view.creation.planId);
    const segments = rows.map((one) => viewSegment(one, spec, commands));
    const leader = this.#leader(await pen.leases.read({ serial: false }));
    const { reasons } = explainRun(view, { leader, running: commands.size, nowMs: time.wallMs() });
    const children = new Set(segments.flatMap(({ row: { outcome } }) => outcome?.children ?? []));
    const counts = ({ row: { segment } }: (typeof segments)[number]) =>
      segment.seq < view.creation.segmentCount || children.has(segment.seq);
    const pending = segments.filter((one) => one.state === 'PENDING' && counts(one));
    return {
      ...{ runId, atMs: time.monotonicMs(), over: view.result !== undefined, reasons },
      running: commands.size,
      finished: segments.filter(({ state }) => state !== 'PENDING' && state !== 'RUNNING').length,
      waiting: pending.map(({ row: { segment } }) => this.#replicasOf(view.creation.unit, segment)),
    };
  }

  /** The set that a segment has on the present ring; a segment with several is being cut, and waits as planned. */
  #replicasOf(unit: RepairUnit, segment: PlannedSegment): readonly string[] {
    if (unit.keyspace !== SIMULATED_KEYSPACE) return segment.replicas;
    const places = createPlacer(unit, this.cluster.ring, this.cluster.nodes)(segment);
    return (places.length === 1 ? places[0]?.participants : undefined) ?? segment.replicas;
  }

  #leader(lease: Lease | undefined) {
    const now = this.cluster.time.monotonicMs();
    const key = `${lease?.epoch}:${lease?.beat}`;
    if (this.#lease?.key !== key) this.#lease = { key, sinceMs: now };
    if (!lease || lease.holder === '' || now - this.#lease.sinceMs > LEASE_SILENT_MS) return undefined;
    return {
      epoch: lease.epoch,
      holder: lease.holder,
      sinceMs: lease.acquiredAtMs,
      silentForMs: now - this.#lease.sinceMs,
      wasSeenActing: true,
    };
  }
}
