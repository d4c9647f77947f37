import type { HostGate } from '../admission/admission-input.js';
import type { Assignment, AssignmentItem } from '../model/assignment.js';
import type { CurrentCommand, ItemResult, NodeState } from '../model/node-state.js';
import type { Stamp } from '../model/stamp.js';
import type { StampedNodeState } from '../ports/registers.js';

/** An item that the worker does not have any more. Without a result its segment row tells what became of it. */
export interface Departure {
  readonly item: AssignmentItem;
  readonly result?: ItemResult;
}

/** The last repair that a node took part in, as its rest needs it. */
export interface LastRepair {
  readonly runId: string;
  readonly intensity: number;
  readonly durationMs: number;
  /** Monotonic ms. */
  readonly endedAt: number;
}

/** How a read of node_state went, monotonic ms. */
export interface ReadTimes {
  readonly beganAt: number;
  readonly endedAt: number;
}

/** All that one reign knows of one host: its list, its worker's word, and whether it could still surprise us. */
export class HostBook {
  /** Newest version that a quorum has. */
  version: Assignment | undefined;
  /** Version on its way; nothing newer is written before a quorum has it. */
  writing: Assignment | undefined;
  state: NodeState | undefined;
  stateStamp: Stamp = -1;
  /** When the present state was first seen, monotonic ms. */
  changedAt = Number.NEGATIVE_INFINITY;
  /** When the last successful read of the state began, monotonic ms. */
  readAt = Number.NEGATIVE_INFINITY;
  /** Since when its register cannot be written, monotonic ms. */
  unwritableSince: number | undefined;
  /** Why its state cannot be read by this build. */
  unreadable: string | undefined;
  /** Rises with every list given. */
  lastCoordinated = 0;
  /** When the present list was begun, monotonic ms. */
  listSince = 0;
  /** When its worker last began or ended an item, or was given a list, monotonic ms. */
  progressAt = 0;
  /** What its node rests from. */
  lastRepair: LastRepair | undefined;
  /** When it was opened the last time, monotonic ms; undefined before the first time. */
  openedAt: number | undefined;
  readonly #held = new Map<Stamp, AssignmentItem>();
  readonly #released = new Set<Stamp>();
  #fenced: { readonly stamp: Stamp; readonly at: number } | undefined;
  #open = false;

  constructor(readonly hostId: string) {}

  get open(): boolean {
    return this.#open;
  }

  /** Everything that the worker may still start or has started. */
  get held(): ReadonlyMap<Stamp, AssignmentItem> {
    return this.#held;
  }

  /** The announced or running command, unless it was released in doubt. */
  get current(): CurrentCommand | undefined {
    const current = this.state?.current;
    return current && !this.#released.has(current.item.stamp) ? current : undefined;
  }

  /** Items that keep their participants busy. */
  tasks(): readonly AssignmentItem[] {
    const current = this.current;
    return current && !this.#held.has(current.item.stamp)
      ? [...this.#held.values(), current.item]
      : [...this.#held.values()];
  }

  /** What is left of the newest version, in its order. */
  unfinished(): readonly AssignmentItem[] {
    return this.version?.items.filter(({ stamp }) => this.#held.has(stamp)) ?? [];
  }

  /** Unfinished items that are not running. */
  unstarted(): readonly AssignmentItem[] {
    const running = this.state?.current?.item.stamp;
    return this.unfinished().filter(({ stamp }) => stamp !== running);
  }

  get isIdle(): boolean {
    return this.#held.size === 0 && !this.current;
  }

  /** To be called before the version is written, so that its items count as held whatever becomes of the write. */
  beginWriting(version: Assignment, closes: boolean): void {
    this.writing = version;
    for (const item of version.items) this.#held.set(item.stamp, item);
    if (closes) this.close();
  }

  close(): void {
    this.#open = false;
    this.#fenced = undefined;
  }

  endWriting(version: Assignment, closes: boolean, at: number): void {
    this.version = version;
    this.writing = undefined;
    this.unwritableSince = undefined;
    if (closes) this.#fenced = { stamp: version.stamp, at };
  }

  /** Takes over what a read returned. An older state than the known one says nothing; the read counts all the same. */
  see(read: StampedNodeState | undefined, { beganAt, endedAt }: ReadTimes): readonly Departure[] {
    this.readAt = Math.max(this.readAt, beganAt);
    if (!read || read.stamp <= this.stateStamp) return [];
    const before = this.state?.current;
    this.state = read.state;
    this.stateStamp = read.stamp;
    this.changedAt = endedAt;
    if (before?.item.stamp !== read.state.current?.item.stamp) this.progressAt = endedAt;
    // A newer word than the one that was doubted.
    if (read.state.current) this.#released.delete(read.state.current.item.stamp);
    const gone = before && before.item.stamp !== read.state.current?.item.stamp && !this.#held.has(before.item.stamp);
    return gone ? [this.#departure(before.item)] : [];
  }

  /**
   * Opens the host if that is due, and lets go of what the worker does not have any more.
   *
   * Open: the worker obeys the fence or something newer, or nobody can be acting on an older list because the fence is
   * old enough and its state was read after that. No state at all after the fence opens at once: a worker that
   * registers later reads the lease before it accepts a list.
   */
  settle(fenceWaitMs: number): readonly Departure[] {
    const opened = this.#tryOpen(fenceWaitMs);
    const listed = new Set(this.version?.items.map(({ stamp }) => stamp));
    const over = this.state?.over ?? -1;
    const left = [...this.#held.values()].filter(({ stamp }) => stamp <= over || (opened && !listed.has(stamp)));
    for (const { stamp } of left) this.#held.delete(stamp);
    return left.filter(({ stamp }) => stamp !== this.current?.item.stamp).map((item) => this.#departure(item));
  }

  /** Whether the worker broke its promise to write, as far as was read. 0 if not. */
  silentForMs(graceMs: number): number {
    if (!this.state) return 0;
    const silent = this.readAt - this.changedAt;
    return silent > this.state.nextWithinMs + graceMs ? silent : 0;
  }

  /** How long the version that brings the item could not be written; undefined when all is well or a quorum has it. */
  undeliveredForMs({ stamp }: AssignmentItem, now: number): number | undefined {
    if (!this.writing || this.unwritableSince === undefined) return undefined;
    const isDelivered = this.version?.items.some((item) => item.stamp === stamp) ?? false;
    return isDelivered || this.current?.item.stamp === stamp ? undefined : now - this.unwritableSince;
  }

  /** Gives up an item in doubt: its participants are free. */
  release(stamp: Stamp): void {
    this.#released.add(stamp);
    this.#held.delete(stamp);
  }

  gate(now: number, fenceWaitMs: number): HostGate {
    if (this.unreadable !== undefined) return { open: false, why: 'unreadable' };
    if (this.#open) return { open: true };
    if (this.unwritableSince !== undefined) return { open: false, why: 'unwritable' };
    if (!this.#fenced) return { open: false, why: 'fencing' };
    return { open: false, why: 'unconfirmed', opensInMs: Math.max(0, this.#fenced.at + fenceWaitMs - now) };
  }

  #tryOpen(fenceWaitMs: number): boolean {
    if (this.#open || !this.#fenced || this.writing) return false;
    const { stamp, at } = this.#fenced;
    const confirmed = this.state !== undefined && this.state.seen >= stamp;
    const waited = this.readAt >= (this.state ? at + fenceWaitMs : at);
    this.#open = confirmed || waited;
    if (this.#open) this.openedAt = this.readAt;
    return this.#open;
  }

  #departure(item: AssignmentItem): Departure {
    const result = this.state?.results.find(({ stamp }) => stamp === item.stamp);
    return { item, ...(result && { result }) };
  }
}
