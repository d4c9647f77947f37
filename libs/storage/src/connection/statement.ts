/** Where the name of the keyspace goes in the text of a statement. */
export const KEYSPACE = '<keyspace>';

/** One CQL statement with everything that decides how it is run. */
export interface Statement {
  /** Store and purpose, for example `leases.renew`: what statistics and errors call it. */
  readonly name: string;
  readonly cql: string;
  /** The partitions one execution touches, and their bound: printed with the text for reviewers. */
  readonly partitions: string;
  readonly consistency: 'LOCAL_ONE' | 'QUORUM' | 'ALL' | 'SERIAL';
  /** `conditional` = LWT, its Paxos round at SERIAL. Writes and LWTs are never repeated by the driver. */
  readonly kind: 'read' | 'write' | 'conditional';
  /** Answered by the own node or by none: node-local tables. */
  readonly ownNodeOnly?: true;
  /** Waits longer than the usual limit for large reads, ms. */
  readonly timeoutMs?: number;
}

/** Statements of one store, named by purpose. */
export type StatementSet = Readonly<Record<string, Statement>>;
