import { assignmentBody, nodeStateBody } from '../bodies/register-bodies.js';
import type { Assignment } from '../model/assignment.js';
import { HOST_SHARDS, hostShard } from '../model/host-shard.js';
import type { Lease } from '../model/lease.js';
import type { NodeState } from '../model/node-state.js';
import type { Stamp } from '../model/stamp.js';
import type {
  AssignmentStore,
  CasResult,
  LeaseStore,
  NodeStateStore,
  StampedNodeState,
  UnreadableRows,
} from '../ports/registers.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

const LEASE = 'leader';

const shards = new Map<string, number>();

/** Computed once per host: a big cluster asks all the time. */
function shardOf(hostId: string): number {
  const shard = shards.get(hostId) ?? hostShard(hostId);
  shards.set(hostId, shard);
  return shard;
}

export class MemoryLeaseStore implements LeaseStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  read(options: { readonly serial: boolean }): Promise<Lease | undefined> {
    return this.client.execute({
      operation: 'leases.read',
      kind: 'read',
      apply: () => this.tables.lease.read(LEASE, options),
    });
  }

  acquire(lease: Lease, expected: { readonly epoch: Stamp; readonly beat: number } | undefined) {
    return this.#change(
      'leases.acquire',
      (row) => row?.epoch === expected?.epoch && row?.beat === expected?.beat,
      () => lease,
    );
  }

  renew({ epoch, token, beat }: { readonly epoch: Stamp; readonly token: string; readonly beat: number }) {
    return this.#change(
      'leases.renew',
      (row) => row?.epoch === epoch && row.token === token,
      (row) => ({ ...(row as Lease), beat }),
    );
  }

  release({ epoch, token }: { readonly epoch: Stamp; readonly token: string }) {
    return this.#change(
      'leases.release',
      (row) => row?.epoch === epoch && row.token === token,
      (row) => ({ ...(row as Lease), holder: '', token: '' }),
    );
  }

  #change(
    operation: string,
    holds: (row: Lease | undefined) => boolean,
    change: (row: Lease | undefined) => Lease,
  ): Promise<CasResult<Lease>> {
    const rows = this.tables.lease;
    return this.client.execute({
      operation,
      kind: 'write',
      conditional: rows,
      apply: () => rows.change(LEASE, holds, change),
    });
  }
}

export class MemoryAssignmentStore implements AssignmentStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  read(hostId: string): Promise<Assignment | undefined> {
    return this.client.execute({
      operation: 'assignments.read',
      kind: 'read',
      apply: () => this.tables.assignments.at(hostId).read()?.value,
    });
  }

  readAll(options: UnreadableRows = {}): Promise<ReadonlyMap<string, Assignment>> {
    return this.client.execute({
      operation: 'assignments.readAll',
      statements: HOST_SHARDS,
      kind: 'read',
      apply: () => new Map(this.tables.assignments.live(options).map(({ key, value }) => [key, value])),
    });
  }

  write(hostId: string, assignment: Assignment): Promise<void> {
    const text = assignmentBody.encode(assignment);
    const { stamp } = assignment;
    return this.client.execute({
      operation: 'assignments.write',
      kind: 'write',
      apply: () => this.tables.assignments.at(hostId).writeText(text, stamp),
    });
  }

  remove(hostId: string, stamp: Stamp): Promise<void> {
    return this.client.execute({
      operation: 'assignments.remove',
      kind: 'write',
      apply: () => this.tables.assignments.at(hostId).delete(stamp),
    });
  }
}

export class MemoryNodeStateStore implements NodeStateStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  async read(hostId: string): Promise<StampedNodeState | undefined> {
    return this.client.execute({
      operation: 'nodeStates.read',
      kind: 'read',
      apply: () => {
        const found = this.tables.nodeStates.at(hostId).read();
        return found && { state: found.value, stamp: found.stamp };
      },
    });
  }

  readFor(hostIds: readonly string[], options: UnreadableRows = {}): Promise<ReadonlyMap<string, StampedNodeState>> {
    return this.#readShards('nodeStates.readFor', new Set(hostIds.map(shardOf)), options);
  }

  readAll(options: UnreadableRows = {}): Promise<ReadonlyMap<string, StampedNodeState>> {
    const all = new Set(Array.from({ length: HOST_SHARDS }, (_, shard) => shard));
    return this.#readShards('nodeStates.readAll', all, options);
  }

  write(state: NodeState, stamp: Stamp): Promise<void> {
    const text = nodeStateBody.encode(state);
    const { hostId } = state;
    return this.client.execute({
      operation: 'nodeStates.write',
      kind: 'write',
      apply: () => this.tables.nodeStates.at(hostId).writeText(text, stamp),
    });
  }

  remove(hostId: string, stamp: Stamp): Promise<void> {
    return this.client.execute({
      operation: 'nodeStates.remove',
      kind: 'write',
      apply: () => this.tables.nodeStates.at(hostId).delete(stamp),
    });
  }

  #readShards(
    operation: string,
    shards: ReadonlySet<number>,
    options: UnreadableRows,
  ): Promise<ReadonlyMap<string, StampedNodeState>> {
    return this.client.execute({
      operation,
      statements: shards.size,
      kind: 'read',
      apply: () => {
        const rows = this.tables.nodeStates.live(options, (key) => shards.has(shardOf(key)));
        return new Map(rows.map(({ key, value, stamp }) => [key, { state: value, stamp }]));
      },
    });
  }
}
