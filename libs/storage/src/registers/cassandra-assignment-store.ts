import {
  type Assignment,
  type AssignmentStore,
  type Stamp,
  type UnreadableRows,
  assignmentBody,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { HostRegister } from './host-register.js';
import { assignmentStatements } from './register-statements.js';

/** Register `assignment`, leader → worker. */
export class CassandraAssignmentStore implements AssignmentStore {
  readonly #register: HostRegister<Assignment>;

  constructor(connection: CassandraConnection) {
    this.#register = new HostRegister(connection, assignmentStatements, assignmentBody);
  }

  async read(hostId: string): Promise<Assignment | undefined> {
    return (await this.#register.read(hostId))?.value;
  }

  async readAll(options: UnreadableRows = {}): Promise<ReadonlyMap<string, Assignment>> {
    const rows = await this.#register.readAll(options);
    return new Map([...rows].map(([hostId, { value }]) => [hostId, value]));
  }

  write(hostId: string, assignment: Assignment): Promise<void> {
    return this.#register.write(hostId, assignment, assignment.stamp);
  }

  remove(hostId: string, stamp: Stamp): Promise<void> {
    return this.#register.remove(hostId, stamp);
  }
}
