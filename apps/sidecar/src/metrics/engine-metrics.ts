import type { AssignmentItem, EngineObserver, FinalRunState, SegmentOutcome } from '@reaper-sidecar/repair-core';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the worker and the leader of this sidecar do. */
export class EngineMetrics implements EngineObserver {
  readonly #started: Counter;
  readonly #ended: Counter<'state'>;
  readonly #failures: Counter<'code'>;
  readonly #running: Gauge;
  readonly #segmentSeconds: Histogram;
  readonly #gapSeconds: Histogram;
  readonly #leader: Gauge;
  readonly #leaderChanges: Counter;
  readonly #runs: Counter<'state'>;

  constructor(registry: Registry) {
    const registers = [registry];
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    this.#started = counter('reaper_segments_started_total', 'Segments started on the node of this sidecar');
    this.#ended = new Counter({
      name: 'reaper_segments_ended_total',
      help: 'Segments ended on the node of this sidecar, by outcome',
      labelNames: ['state'],
      registers,
    });
    this.#failures = new Counter({
      name: 'reaper_segment_failures_total',
      help: 'Failed segments on the node of this sidecar, by cause',
      labelNames: ['code'],
      registers,
    });
    this.#running = new Gauge({ name: 'reaper_segments_running', help: 'Segments running on the node now', registers });
    this.#segmentSeconds = new Histogram({
      name: 'reaper_segment_seconds',
      help: 'Duration of segments',
      buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1800],
      registers,
    });
    this.#gapSeconds = new Histogram({
      name: 'reaper_idle_gap_seconds',
      help: 'Time between the end of a segment and the start of the next one of the same list',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    });
    this.#leader = new Gauge({ name: 'reaper_leader', help: 'Whether this sidecar leads', registers });
    this.#leaderChanges = counter('reaper_leader_changes_total', 'Times this sidecar began or ceased to lead');
    this.#runs = new Counter({
      name: 'reaper_runs_ended_total',
      help: 'Runs that ended while this sidecar led, by result',
      labelNames: ['state'],
      registers,
    });
  }

  segmentStarted(): void {
    this.#started.inc();
    this.#running.inc();
  }

  segmentEnded(_item: AssignmentItem, { state, failure, startedAtMs, endedAtMs }: SegmentOutcome): void {
    this.#running.dec();
    this.#ended.inc({ state });
    if (failure) this.#failures.inc({ code: failure.code });
    this.#segmentSeconds.observe(Math.max(0, endedAtMs - startedAtMs) / 1000);
  }

  idleGap(ms: number): void {
    this.#gapSeconds.observe(ms / 1000);
  }

  leading(leads: boolean): void {
    this.#leader.set(leads ? 1 : 0);
    this.#leaderChanges.inc();
  }

  runEnded(_runId: string, state: FinalRunState): void {
    this.#runs.inc({ state });
  }
}
