import type { UnreadableBodyError } from '../errors/domain-error.js';
import type { Assignment } from '../model/assignment.js';
import type { Lease } from '../model/lease.js';
import type { NodeState } from '../model/node-state.js';
import type { Stamp } from '../model/stamp.js';

/** What a read of many rows does with one that this build cannot read: without the callback it throws the error. */
export interface UnreadableRows {
  /** Told of the row, which is then left out. `key` is what the row is looked up by. */
  readonly onUnreadable?: (key: string, error: UnreadableBodyError) => void;
}

/** Answer of a conditional write. `current` is the row that refused it. Unknown outcomes are thrown as UnknownOutcomeError. */
export type CasResult<Row> =
  { readonly applied: true } | { readonly applied: false; readonly current: Row | undefined };

/** Row `leader_lease`; LWT at QUORUM/SERIAL, never retried by the driver. */
export interface LeaseStore {
  /** `serial` sees every LWT whose outcome was unknown. */
  read(options: { readonly serial: boolean }): Promise<Lease | undefined>;
  /** `expected` undefined: the row does not exist yet. */
  acquire(
    lease: Lease,
    expected: { readonly epoch: Stamp; readonly beat: number } | undefined,
  ): Promise<CasResult<Lease>>;
  /** Sets `beat` if epoch and token are still ours. */
  renew(lease: { readonly epoch: Stamp; readonly token: string; readonly beat: number }): Promise<CasResult<Lease>>;
  /** Empties holder and token if still ours. */
  release(lease: { readonly epoch: Stamp; readonly token: string }): Promise<CasResult<Lease>>;
}

/** Register leader → worker. QUORUM. The newest stamp wins, whatever the order of arrival. */
export interface AssignmentStore {
  read(hostId: string): Promise<Assignment | undefined>;
  /** Every assignment there is: takeover only. */
  readAll(options?: UnreadableRows): Promise<ReadonlyMap<string, Assignment>>;
  /** Success proves only that a quorum has it, not that it is visible: a newer stamp may shadow it. */
  write(hostId: string, assignment: Assignment): Promise<void>;
  /** Removes what was written up to this stamp. */
  remove(hostId: string, stamp: Stamp): Promise<void>;
}

/** A register with the write time of its cell. */
export interface StampedNodeState {
  readonly state: NodeState;
  readonly stamp: Stamp;
}

/** Register worker → leader. QUORUM. Stored in 32 fixed shards by host id. */
export interface NodeStateStore {
  read(hostId: string): Promise<StampedNodeState | undefined>;
  /** States of the given hosts and of others that share their shards; one statement per shard. */
  readFor(hostIds: readonly string[], options?: UnreadableRows): Promise<ReadonlyMap<string, StampedNodeState>>;
  readAll(options?: UnreadableRows): Promise<ReadonlyMap<string, StampedNodeState>>;
  write(state: NodeState, stamp: Stamp): Promise<void>;
  /** Removes what was written up to this stamp. */
  remove(hostId: string, stamp: Stamp): Promise<void>;
}
