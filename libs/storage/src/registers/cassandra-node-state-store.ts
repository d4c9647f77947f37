import {
  type NodeState,
  type NodeStateStore,
  type Stamp,
  type StampedNodeState,
  type UnreadableRows,
  nodeStateBody,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { HostRegister, type StampedBody } from './host-register.js';
import { nodeStateStatements } from './register-statements.js';

/** Register `node_state`, worker → leader. */
export class CassandraNodeStateStore implements NodeStateStore {
  readonly #register: HostRegister<NodeState>;

  constructor(connection: CassandraConnection) {
    this.#register = new HostRegister(connection, nodeStateStatements, nodeStateBody);
  }

  async read(hostId: string): Promise<StampedNodeState | undefined> {
    const found = await this.#register.read(hostId);
    return found && toNodeState(found);
  }

  async readFor(hostIds: readonly string[], options: UnreadableRows = {}) {
    return toNodeStates(await this.#register.readShardsOf(hostIds, options));
  }

  async readAll(options: UnreadableRows = {}): Promise<ReadonlyMap<string, StampedNodeState>> {
    return toNodeStates(await this.#register.readAll(options));
  }

  write(state: NodeState, stamp: Stamp): Promise<void> {
    return this.#register.write(state.hostId, state, stamp);
  }

  remove(hostId: string, stamp: Stamp): Promise<void> {
    return this.#register.remove(hostId, stamp);
  }
}

function toNodeState({ value, stamp }: StampedBody<NodeState>): StampedNodeState {
  return { state: value, stamp };
}

function toNodeStates(rows: ReadonlyMap<string, StampedBody<NodeState>>): ReadonlyMap<string, StampedNodeState> {
  return new Map([...rows].map(([hostId, found]) => [hostId, toNodeState(found)]));
}
