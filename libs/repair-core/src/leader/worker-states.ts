import type { StampedNodeState } from '../ports/registers.js';
import type { HostBook, ReadTimes } from './host-book.js';
import type { Reign } from './reign.js';

/** What one read of states returned; rows that this build cannot read apart, with the reason. */
interface StatesRead {
  readonly states: ReadonlyMap<string, StampedNodeState>;
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Reads what workers report and draws the conclusions. */
export class WorkerStates {
  #allReadAt: number | undefined;

  constructor(private readonly reign: Reign) {}

  /** When the last complete read began, monotonic ms. */
  get allReadAt(): number | undefined {
    return this.#allReadAt;
  }

  async readAll(): Promise<void> {
    const beganAt = this.reign.now();
    const unreadable = new Map<string, string>();
    const states = await this.reign.deps.nodeStates.readAll({ onUnreadable: noteIn(unreadable) });
    this.#learn({ states, unreadable }, [...this.reign.hosts.keys()], beganAt);
    this.#allReadAt = beganAt;
  }

  async read(hostIds: readonly string[]): Promise<void> {
    if (hostIds.length === 0) return;
    const beganAt = this.reign.now();
    const unreadable = new Map<string, string>();
    const states = await this.reign.deps.nodeStates.readFor(hostIds, { onUnreadable: noteIn(unreadable) });
    this.#learn({ states, unreadable }, hostIds, beganAt);
  }

  /** Begins to know the hosts of the ring that were not known. */
  discover(): void {
    for (const { hostId } of this.reign.cluster.topology?.nodes ?? []) this.reign.host(hostId);
  }

  #learn({ states, unreadable }: StatesRead, asked: readonly string[], beganAt: number): void {
    const times = { beganAt, endedAt: this.reign.now() };
    for (const hostId of new Set([...asked, ...states.keys(), ...unreadable.keys()])) {
      const host = this.reign.host(hostId);
      host.unreadable = unreadable.get(hostId);
      // A state that is there but cannot be read is no read: it must not open the host as a missing one would.
      if (host.unreadable === undefined) this.#see(host, states.get(hostId), times);
    }
  }

  #see(host: HostBook, read: StampedNodeState | undefined, times: ReadTimes): void {
    if (read) this.reign.tenure.saw(read.state.epoch);
    this.reign.depart(host.see(read, times));
    const isFirst = host.openedAt === undefined;
    this.reign.depart(host.settle(this.reign.timings.fenceWaitMs));
    if (isFirst && host.open) this.#openedLate(host);
  }

  /** What the host did for an older leader after the segments were read shows in their rows only. */
  #openedLate({ hostId }: HostBook): void {
    for (const run of this.reign.runs.values()) run.markStale(({ segment }) => segment.replicas.includes(hostId));
  }
}

function noteIn(unreadable: Map<string, string>) {
  return (hostId: string, error: Error) => void unreadable.set(hostId, error.message);
}
