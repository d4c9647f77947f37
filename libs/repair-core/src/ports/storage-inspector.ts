/** What coordination must know of the keyspace that it rests on, as the own node has it. */
export interface StorageInspector {
  /** Name of the keyspace of the sidecars. */
  readonly keyspace: string;
  /** Its replication in words that are equal when the replication is, for example "NetworkTopologyStrategy, dc1: 3". */
  replication(): Promise<string>;
  /** Guardrails for write timestamps that are set, for example "maximum_timestamp_fail_threshold = 1d". */
  timestampGuardrails(): Promise<readonly string[]>;
}
