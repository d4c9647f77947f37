import { UnknownOutcomeError } from '../errors/domain-error.js';
import type { Lease } from '../model/lease.js';
import type { ClusterView } from '../ports/cluster-view.js';
import type { LeaseStore } from '../ports/registers.js';
import type { Runtime } from '../ports/runtime.js';
import type { Bell } from './bell.js';
import { EpochExhaustedError, nextEpoch } from './epoch.js';
import type { LeaseTimings } from './lease-timings.js';
import { observeLease, vacancyOf, type LeaseWatch, type Vacancy } from './lease-watch.js';
import { elapsedMs, momentOf, type Moment } from './moment.js';
import { Tenure } from './tenure.js';
import { isWatcher } from './watchers.js';

export interface CampaignDeps {
  readonly runtime: Runtime;
  readonly hostId: string;
  readonly lease: LeaseStore;
  readonly cluster: Pick<ClusterView, 'topology'>;
  /** Told every reading, for display. */
  readonly seen: (lease: Lease | undefined) => void;
  /** Told why this sidecar does not compete, or undefined when it does. */
  readonly hindered: (why: string | undefined) => void;
}

/** Doorbells make a candidate look at once, but not more often than this. */
const LOOK_SPACING_MS = 1_000;
/** Head start of candidates that reach their node over one that does not. */
const BLIND_HANDICAP_MS = 5_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
/** Head start of the watchers: after it all others find the lease taken, and do not try. */
const OUTSIDER_HANDICAP_MS = 600;
/** Spreads candidates that see the same vacancy. */
const RUSH_MS = { absent: 200, released: 200, expired: 1_000 } as const satisfies Record<Vacancy, number>;
const VACANCY_CAUSE = {
  absent: 'there was no leader before',
  released: 'the leader before stopped',
  expired: 'the leader before stopped renewing its lease',
} as const satisfies Record<Vacancy, string>;

/** A candidate: watches the lease until it holds it. One per sidecar, used again after a tenure. */
export class Campaign {
  #stoodBack = false;
  #watcher: { readonly yes: boolean; readonly at: Moment } | undefined;

  constructor(
    private readonly deps: CampaignDeps,
    private readonly timings: LeaseTimings,
  ) {}

  /** Resolves with the tenure once the lease is ours, or undefined when `signal` aborts first. */
  async run(bell: Bell, signal: AbortSignal): Promise<Tenure | undefined> {
    const { clock, timers, entropy } = this.deps.runtime;
    let watch: LeaseWatch | undefined;
    while (!signal.aborted) {
      const lease = await this.#read(signal);
      if (lease === 'stopped') break;
      watch = observeLease(watch, lease, momentOf(clock));
      const readAt = momentOf(clock);
      const vacancy = vacancyOf(watch, readAt, this.timings.stealAfterMs);
      if (!vacancy) {
        if (await bell.wait(timers, await this.#period(), signal)) await this.#space(readAt, signal);
        continue;
      }
      if (await this.#standsBack(signal)) continue;
      await timers.sleep(entropy.random() * RUSH_MS[vacancy] + (await this.#handicapMs()), signal);
      const now = await this.#read(signal);
      if (now === 'stopped') break;
      if (!isSame(now, lease)) continue;
      const tenure = await this.#acquire(lease, vacancy);
      if (tenure) return tenure;
      await timers.sleep(this.timings.retryMs * (0.5 + entropy.random()), signal);
    }
    return undefined;
  }

  async #read(signal: AbortSignal): Promise<Lease | undefined | 'stopped'> {
    const { timers, log } = this.deps.runtime;
    for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 1.5, LAST_RETRY_MS)) {
      try {
        const lease = await this.deps.lease.read({ serial: false });
        this.deps.seen(lease);
        return lease;
      } catch (error) {
        log.debug('Lease not read', { error });
        await timers.sleep(retryMs, signal);
      }
    }
    return 'stopped';
  }

  async #acquire(replaced: Lease | undefined, vacancy: Vacancy): Promise<Tenure | undefined> {
    const { clock } = this.deps.runtime;
    const began = momentOf(clock);
    const wanted = this.#wanted(replaced, began, VACANCY_CAUSE[vacancy]);
    if (!wanted || !(await this.#isOurs(wanted, replaced))) return undefined;
    this.deps.seen(wanted);
    return new Tenure(clock, { ...wanted, began, actForMs: this.timings.actForMs });
  }

  #wanted(replaced: Lease | undefined, began: Moment, cause: string): Lease | undefined {
    const { entropy, log } = this.deps.runtime;
    try {
      const epoch = nextEpoch(replaced?.epoch, began.wallMs, entropy.random());
      this.deps.hindered(undefined);
      return { epoch, beat: 0, token: entropy.uuid(), holder: this.deps.hostId, acquiredAtMs: began.wallMs, cause };
    } catch (error) {
      if (!(error instanceof EpochExhaustedError)) throw error;
      log.error('Cannot compete for the lease', { error });
      this.deps.hindered(error.message);
      return undefined;
    }
  }

  /** Unknown outcome: ours only if a serial read shows our epoch and token; if that fails, not ours. */
  async #isOurs(wanted: Lease, replaced: Lease | undefined): Promise<boolean> {
    const { lease, runtime } = this.deps;
    try {
      const answer = await lease.acquire(wanted, replaced && { epoch: replaced.epoch, beat: replaced.beat });
      if (!answer.applied) this.deps.seen(answer.current);
      return answer.applied;
    } catch (error) {
      runtime.log.warn('Lease acquisition without an answer', { error });
      if (!(error instanceof UnknownOutcomeError)) return false;
    }
    const current = await lease.read({ serial: true }).catch(() => undefined);
    return current?.epoch === wanted.epoch && current.token === wanted.token;
  }

  /** A sidecar that cannot see the cluster leads only when nobody better wants to. */
  async #standsBack(signal: AbortSignal): Promise<boolean> {
    const isBlind = await this.deps.cluster.topology().then(
      () => false,
      () => true,
    );
    if (!isBlind || this.#stoodBack) {
      this.#stoodBack = false;
      return false;
    }
    this.#stoodBack = true;
    await this.deps.runtime.timers.sleep(BLIND_HANDICAP_MS, signal);
    return true;
  }

  async #space(lastRead: Moment, signal: AbortSignal): Promise<void> {
    const { clock, timers } = this.deps.runtime;
    const left = LOOK_SPACING_MS - elapsedMs(lastRead, momentOf(clock));
    if (left > 0) await timers.sleep(left, signal);
  }

  async #handicapMs(): Promise<number> {
    return (await this.#watches()) ? 0 : OUTSIDER_HANDICAP_MS;
  }

  async #period(): Promise<number> {
    return (await this.#watches()) ? this.timings.watchEveryMs : this.timings.idleWatchEveryMs;
  }

  /** Who cannot see the cluster watches: too many watchers cost reads, too few cost a leader. */
  async #watches(): Promise<boolean> {
    const now = momentOf(this.deps.runtime.clock);
    if (this.#watcher && elapsedMs(this.#watcher.at, now) < this.timings.idleWatchEveryMs) return this.#watcher.yes;
    try {
      const { nodes } = await this.deps.cluster.topology();
      this.#watcher = { yes: isWatcher(this.deps.hostId, nodes), at: now };
      return this.#watcher.yes;
    } catch {
      return true;
    }
  }
}

function isSame(one: Lease | undefined, other: Lease | undefined): boolean {
  return one?.epoch === other?.epoch && one?.beat === other?.beat && one?.token === other?.token;
}
