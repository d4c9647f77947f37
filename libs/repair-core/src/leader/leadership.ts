import { Bell } from '../lease/bell.js';
import { Campaign } from '../lease/campaign.js';
import { keepLease, releaseLease } from '../lease/keep-lease.js';
import { observeLease, type LeaseWatch } from '../lease/lease-watch.js';
import { elapsedMs, momentOf } from '../lease/moment.js';
import type { Tenure } from '../lease/tenure.js';
import { watchersOf } from '../lease/watchers.js';
import type { Lease } from '../model/lease.js';
import { Leader } from './leader.js';
import { resolveLeaderOptions, type LeaderOptions } from './leader-options.js';
import { snapshotOf, type LeadershipSnapshot } from './leadership-snapshot.js';
import type { LeaderDeps } from './reign.js';

/** One beat of the lease, and for how long it is known to be the last. */
export interface SeenLease extends Pick<Lease, 'epoch' | 'beat'> {
  readonly unchangedForMs: number;
}

/** After stepping down the others get this much of a start. */
const STEP_BACK_MS = 2_000;

/**
 * Takes part in leading the cluster: watches the lease, and while it holds it, leads. One per sidecar.
 *
 * @throws InvalidLeaderOptionsError
 */
export class Leadership {
  readonly #deps: LeaderDeps;
  readonly #options: ReturnType<typeof resolveLeaderOptions>;
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  readonly #campaign: Campaign;
  #running: Promise<void> | undefined;
  #leader: Leader | undefined;
  #watch: LeaseWatch | undefined;
  #hindered: string | undefined;

  constructor(deps: LeaderDeps, options: LeaderOptions = {}) {
    this.#deps = deps;
    this.#options = resolveLeaderOptions(options);
    const reports = {
      seen: (lease: Lease | undefined) => void (this.#watch = observeLease(this.#watch, lease, this.#now())),
      hindered: (why: string | undefined) => void (this.#hindered = why),
    };
    this.#campaign = new Campaign({ ...deps, ...reports }, this.#options.timings);
  }

  /** Call once the keyspace exists. Returns at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Doorbell: look now. Several rings count as one. */
  look(): void {
    this.#bell.ring();
  }

  /** Stops leading and releases the lease, so that another sidecar takes over at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#leader?.reign.tenure.end('this sidecar is stopping');
    this.#bell.ring();
    await this.#running;
  }

  snapshot(): LeadershipSnapshot {
    return snapshotOf(this.#leader?.reign, {
      seen: this.#watch?.lease,
      hindered: this.#hindered,
      isRunning: this.#isRunning(),
    });
  }

  /** What this candidate has seen of the lease; undefined while there is none. */
  lease(): SeenLease | undefined {
    const { lease, unchangedSince } = this.#watch ?? {};
    if (!lease || !unchangedSince) return undefined;
    return { epoch: lease.epoch, beat: lease.beat, unchangedForMs: elapsedMs(unchangedSince, this.#now()) };
  }

  #now() {
    return momentOf(this.#deps.runtime.clock);
  }

  #isRunning(): boolean {
    return this.#running !== undefined && !this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    const { timers, entropy } = this.#deps.runtime;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const tenure = await this.#campaign.run(this.#bell, signal);
      if (!tenure) return;
      if (signal.aborted) tenure.end('this sidecar is stopping');
      await this.#lead(tenure);
      await timers.sleep(STEP_BACK_MS * (1 + entropy.random()), signal);
    }
  }

  async #lead(tenure: Tenure): Promise<void> {
    const { runtime, lease, observer } = this.#deps;
    const { timings, limits } = this.#options;
    runtime.log.info('Leading', { epoch: tenure.epoch, why: tenure.cause });
    observer.leading?.(true, tenure.epoch, tenure.cause);
    this.#leader = new Leader(this.#deps, tenure, timings, limits);
    await Promise.all([this.#leader.lead(this.#bell), keepLease({ runtime, lease }, tenure, timings)]);
    const why = tenure.endedBecause ?? 'unknown';
    const watchers = this.#successors();
    this.#leader = undefined;
    observer.leading?.(false, tenure.epoch, why);
    runtime.log.info('Not leading any more', { epoch: tenure.epoch, why });
    if (await releaseLease(lease, tenure)) for (const hostId of watchers) this.#deps.doorbell.ring(hostId);
  }

  /** Who should hear of a released lease. */
  #successors(): readonly string[] {
    const nodes = this.#leader?.reign.cluster.topology?.nodes ?? [];
    const others = nodes.filter(({ up, hostId }) => up && hostId !== this.#deps.hostId);
    return watchersOf(others.map(({ hostId }) => hostId));
  }
}
