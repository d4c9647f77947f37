import type { Assignment, AssignmentItem } from '../model/assignment.js';
import { BASIC_PROTOCOL } from '../model/assignment.js';
import type { CurrentCommand, ItemResult, NodeState } from '../model/node-state.js';
import type { StoredSegmentState } from '../model/segment.js';
import type { Stamp } from '../model/stamp.js';
import type { NodeIdentity } from '../ports/repair-node.js';
import { nextItem, pendingItems } from './assignment-intake.js';
import type { Moment } from './elapsed.js';

/** Why nothing starts; see {@link NodeState.waiting}. */
export type Waiting = NonNullable<NodeState['waiting']>;

/** Results that the newest version no longer lists are kept this many deep: its leader may not have read them yet. */
const KEPT_RESULTS = 32;

/** What the worker remembers between two writes of its register. Every change goes through a method with a meaning. */
export class WorkerMemory {
  #identity: NodeIdentity;
  #over: Stamp;
  #started: Stamp;
  #current: CurrentCommand | undefined;
  #latest: Assignment | undefined;
  #maxEpoch: Stamp = 0;
  #readAt: Moment | undefined;
  #results: readonly ItemResult[] = [];
  #waiting: Waiting | undefined;

  /** `previous` is the register as the last incarnation left it: its command is still ours to follow. */
  constructor(
    readonly incarnation: string,
    readonly startedAtMs: number,
    identity: NodeIdentity,
    previous: NodeState | undefined,
  ) {
    this.#identity = identity;
    this.#current = previous?.current;
    this.#over = previous?.over ?? 0;
    this.#started = Math.max(this.#over, previous?.current?.item.stamp ?? 0);
  }

  get identity(): NodeIdentity {
    return this.#identity;
  }
  get over(): Stamp {
    return this.#over;
  }
  get started(): Stamp {
    return this.#started;
  }
  get current(): CurrentCommand | undefined {
    return this.#current;
  }
  get latest(): Assignment | undefined {
    return this.#latest;
  }
  get maxEpoch(): Stamp {
    return this.#maxEpoch;
  }
  /** Before the last read that showed the known list to be the newest began. */
  get readAt(): Moment | undefined {
    return this.#readAt;
  }
  get waiting(): Waiting | undefined {
    return this.#waiting;
  }

  /** The next item of the newest list, if that is addressed to us. */
  get next(): AssignmentItem | undefined {
    return nextItem(this.#latest, this.incarnation, this.#started);
  }
  get pending(): number {
    return pendingItems(this.#latest, this.incarnation, this.#started);
  }
  /** Work at hand: short periods of polling and reporting. */
  get busy(): boolean {
    return this.#current !== undefined || this.pending > 0;
  }

  /** The running command belongs to an aborted run, whoever the list is addressed to. */
  get isAborted(): boolean {
    return this.#current !== undefined && (this.#latest?.cancel?.includes(this.#current.item.stamp) ?? false);
  }

  nodeIs(identity: NodeIdentity): void {
    this.#identity = identity;
  }

  epochSeen(epoch: Stamp): void {
    this.#maxEpoch = Math.max(this.#maxEpoch, epoch);
  }

  listIsFresh(readAt: Moment): void {
    this.#readAt = readAt;
  }

  listBecame(assignment: Assignment, readAt: Moment): void {
    const listed = new Set(assignment.items.map(({ stamp }) => stamp));
    const recent = this.#results.length - KEPT_RESULTS;
    this.#latest = assignment;
    this.#readAt = readAt;
    this.epochSeen(assignment.epoch);
    this.#results = this.#results.filter(({ stamp }, index) => index >= recent || listed.has(stamp));
  }

  /** Announces a command; nothing is started before this was reported. */
  announce(current: CurrentCommand): void {
    this.#current = current;
  }

  /** Nothing was started: the item may be tried again. */
  withdraw(): void {
    this.#current = undefined;
  }

  /** The start was sent: whatever comes of it, this stamp is never started again. */
  sent(): void {
    if (!this.#current) return;
    this.#started = Math.max(this.#started, this.#current.item.stamp);
    this.#current = { ...this.#current, state: 'running' };
  }

  /** What became known of the running command. */
  learnt(facts: Partial<Pick<CurrentCommand, 'commandNumber' | 'sessionId' | 'state'>>): void {
    if (this.#current) this.#current = { ...this.#current, ...facts };
  }

  /** The item is over and its outcome durable. */
  finished(item: AssignmentItem, state: StoredSegmentState, durationMs: number): void {
    this.#over = Math.max(this.#over, item.stamp);
    this.#started = Math.max(this.#started, item.stamp);
    this.#current = undefined;
    this.#results = [...this.#results, { stamp: item.stamp, state, durationMs: Math.round(durationMs) }];
  }

  /** Sets or clears the reason for waiting; `sinceMs` stays while the code does. */
  waitFor(reason: { readonly code: string; readonly detail: string } | undefined, nowMs: number): void {
    const sinceMs = this.#waiting?.code === reason?.code ? (this.#waiting?.sinceMs ?? nowMs) : nowMs;
    this.#waiting = reason && { ...reason, sinceMs };
  }

  /** The part of the register that this memory knows. */
  report(): Pick<
    NodeState,
    | 'protocol'
    | 'hostId'
    | 'incarnation'
    | 'epoch'
    | 'seen'
    | 'over'
    | 'results'
    | 'current'
    | 'waiting'
    | 'cassandraVersion'
    | 'jvmStartMs'
    | 'address'
    | 'datacenter'
    | 'rack'
    | 'startedAtMs'
  > {
    const { hostId, address, datacenter, rack, releaseVersion, jvmStartMs } = this.#identity;
    return {
      protocol: BASIC_PROTOCOL,
      incarnation: this.incarnation,
      epoch: this.#maxEpoch,
      seen: this.#latest?.stamp ?? 0,
      over: this.#over,
      results: this.#results,
      ...(this.#current && { current: this.#current }),
      ...(this.#waiting && { waiting: this.#waiting }),
      ...{ hostId, address, datacenter, rack, jvmStartMs },
      cassandraVersion: releaseVersion,
      startedAtMs: this.startedAtMs,
    };
  }
}
