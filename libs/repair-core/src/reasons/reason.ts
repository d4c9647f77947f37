/** How much attention a reason deserves. */
export type ReasonClass = 'normal' | 'attention' | 'blocked';

/** One entry per code: class, words for people, and what can be done. The API enum and the docs come from here. */
export const REASONS = {
  NO_LEADER: {
    class: 'attention',
    title: 'No leader yet',
    remedy: 'A leader is elected within 45 s; look at /health/ready of the sidecars if it takes longer.',
  },
  LEADER_TAKING_OVER: {
    class: 'normal',
    title: 'The leader is taking over',
    remedy: 'Wait: hosts are opened within 15 s.',
  },
  LEADER_LOOKS_SOON: {
    class: 'normal',
    title: 'The leader has not looked at it yet',
    remedy: 'Wait: it looks within 20 s. If it does not, look at /health/ready and the log of its sidecar.',
  },
  RUN_PAUSED: { class: 'normal', title: 'The run is paused', remedy: 'Resume the run.' },
  RUN_ABORTING: {
    class: 'normal',
    title: 'The run is being aborted',
    remedy: 'Wait until the running commands have ended.',
  },
  REPLICA_BUSY: {
    class: 'normal',
    title: 'A replica takes part in another segment',
    remedy: 'Wait: one command per node at a time.',
  },
  INCREMENTAL_ELSEWHERE: {
    class: 'normal',
    title: 'Another incremental repair of a table runs on a replica',
    remedy: 'Wait: Cassandra lets two of them on one table of a node fail each other.',
  },
  NODE_RESTING: {
    class: 'normal',
    title: 'A node rests between segments',
    remedy: 'Raise the intensity to rest less.',
  },
  LIST_NOT_STARTED: {
    class: 'normal',
    title: 'A sidecar has not started its list yet',
    remedy: 'Wait: after 30 s the list is given to another replica. Look at the sidecar of the coordinator.',
  },
  RETRY_LATER: {
    class: 'attention',
    title: 'A failed segment waits for its next attempt',
    remedy: 'Look at the failure of the last attempt.',
  },
  NO_LIVE_SIDECAR: {
    class: 'blocked',
    title: 'No replica of the set has a live sidecar',
    remedy: 'Start the sidecar of one of the nodes.',
  },
  HOST_NOT_OPEN: {
    class: 'normal',
    title: 'A sidecar has not confirmed the new list yet',
    remedy: 'Wait: at most 15 s after it was fenced.',
  },
  FENCE_UNWRITABLE: {
    class: 'blocked',
    title: 'The register of a host cannot be written',
    remedy: 'Bring back the nodes that hold the keyspace of the sidecars.',
  },
  IN_DOUBT: {
    class: 'attention',
    title: 'The end of a command is not proven',
    remedy: 'Bring back the sidecar of its coordinator, or wait for the stated time.',
  },
  REPLICA_DOWN: { class: 'blocked', title: 'A replica is down', remedy: 'Start the node.' },
  NODE_NOT_NORMAL: {
    class: 'attention',
    title: 'A node is joining, leaving or moving',
    remedy: 'Wait until the topology change is over.',
  },
  FOREIGN_REPAIR: {
    class: 'attention',
    title: 'A repair that is not ours runs on a node',
    remedy: 'Wait for it, or end it with its own tool.',
  },
  PENDING_COMPACTIONS: {
    class: 'attention',
    title: 'Too many pending compactions on a node',
    remedy: 'Wait, or raise repair.maxPendingCompactions.',
  },
  DISK_HEADROOM: {
    class: 'attention',
    title: 'Too little free space on a data disk',
    remedy:
      'Free space or add disks, or lower repair.minFreeDiskPercent: repair streams data in before compaction drops the old.',
  },
  OTHER_STREAMS: {
    class: 'attention',
    title: 'A node streams for something other than repair',
    remedy: 'Wait until bootstrap, rebuild or bulk load is over (nodetool netstats), or raise repair.maxOtherStreams.',
  },
  HINTS_PENDING: {
    class: 'normal',
    title: 'A node is delivering hints',
    remedy: 'Wait: hints repair what they can. Or raise repair.maxHintFiles or repair.maxHintDeliveries.',
  },
  CANCEL_WAITS: {
    class: 'attention',
    title: 'A cancelled command has not ended yet',
    remedy:
      'Wait for its end. Cassandra cannot end one full repair alone: repair.allowTerminateAll permits ending all repairs that the node coordinates, and restarting the node always ends it.',
  },
  PRESSURE_UNKNOWN: {
    class: 'attention',
    title: 'No fresh load figures of a node',
    remedy: 'Look at the sidecar of the node. Repairs go on without the figures when they stay away.',
  },
  SCHEMA_DISAGREEMENT: {
    class: 'blocked',
    title: 'The nodes disagree about the schema',
    remedy: 'See nodetool describecluster.',
  },
  MIXED_VERSIONS: { class: 'attention', title: 'Nodes of different major versions', remedy: 'Finish the upgrade.' },
  NODE_UNREACHABLE: {
    class: 'blocked',
    title: 'A sidecar cannot reach its node',
    remedy: 'Look at /health/ready of that sidecar.',
  },
  STORAGE_UNREACHABLE: {
    class: 'blocked',
    title: 'The keyspace of the sidecars cannot be read or written',
    remedy: 'Bring back enough nodes for QUORUM.',
  },
  STORAGE_REPLICATION_CHANGED: {
    class: 'blocked',
    title: 'The replication of the keyspace of the sidecars was changed',
    remedy:
      'Run `nodetool repair -full reaper_sidecar` (or the name of your keyspace) on every node: until then the nodes that hold it may disagree about who repairs what.',
  },
  TIMESTAMP_GUARDRAIL: {
    class: 'blocked',
    title: 'A guardrail of Cassandra refuses write timestamps',
    remedy:
      'Unset minimum_timestamp_fail_threshold and maximum_timestamp_fail_threshold in cassandra.yaml of every node: the sidecars order their writes by timestamps of their own.',
  },
  RING_CHANGED: {
    class: 'normal',
    title: 'Ranges are being mapped to the new ring',
    remedy: 'Wait for the next tick.',
  },
  PROTOCOL_UNSUPPORTED: {
    class: 'blocked',
    title: 'A sidecar cannot read what a newer one wrote',
    remedy: 'Finish the upgrade of the sidecars.',
  },
  TOPOLOGY_UNKNOWN: {
    class: 'attention',
    title: 'The ring could not be read',
    remedy: 'Look at the JMX connection of the leading sidecar.',
  },
} as const satisfies Record<string, { class: ReasonClass; title: string; remedy: string }>;

export type ReasonCode = keyof typeof REASONS;

/** Why something is not running: code with evidence. */
export interface Reason {
  readonly code: ReasonCode;
  /** Host ids of the replica set that waits; empty when the whole run waits. */
  readonly replicas: readonly string[];
  /** What was seen, for people: names, figures. */
  readonly evidence: string;
  /** Since when this is the reason, epoch ms by the leader's clock. */
  readonly sinceMs: number;
  /** Earliest time at which it can change by itself, where known. */
  readonly untilMs?: number;
}
