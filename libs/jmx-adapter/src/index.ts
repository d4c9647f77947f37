export { JmxClusterView, type ClusterViewOptions } from './cluster/jmx-cluster-view.js';
export { connectToNode, type NodeJmxOptions } from './connection/connect-to-node.js';
export { type ConnectionState } from './connection/connection-state.js';
export { type NodeConnection } from './connection/node-connection.js';
export { UnreachableReason } from './connection/unreachable.js';
export { type CassandraMBeans } from './mbeans/cassandra-mbeans.js';
export { type CompactionTask } from './mbeans/compaction-manager.js';
export { type StreamPlan } from './mbeans/stream-manager.js';
export { JmxRepairNode } from './repair/jmx-repair-node.js';
