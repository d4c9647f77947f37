export { type CassandraNode, NodeState } from './cluster/cassandra-node.js';
export { type AddNodeOptions, Cluster, type StartNodeOptions, type StopOptions } from './cluster/cluster.js';
export { type ClusterOptions, type DatacenterOptions } from './cluster/cluster-options.js';
export { type ClusterSettings } from './cluster/cluster-settings.js';
export { type LoggedCommand, overlappingCommands, readCommandLog } from './cluster/command-log.js';
export { clusterStatus, type NodeStatus } from './cluster/node-status.js';
export { findFreePrefix, type FreePrefixOptions, type Reservation } from './cluster/free-prefix.js';
export { type OpenOptions, openCluster, prepareRelease, startCluster } from './cluster/start-cluster.js';
export { type Consistency } from './cql/consistency.js';
export {
  CqlConnection,
  type CqlConnectionOptions,
  type CqlQueryOptions,
  type Credentials,
} from './cql/cql-connection.js';
export { type CqlRow } from './cql/cql-frame.js';
export { type CqlValue } from './cql/cql-value.js';
export { RigError, RigErrorCode, type RigErrorFacts } from './errors.js';
export { type YamlSettings, type YamlValue } from './node/cassandra-yaml.js';
export { type TrustMaterial } from './node/jmx-access.js';
export { type NodetoolOptions, type NodetoolResult } from './node/nodetool.js';
export { isPortFree, type PortClaim, requireFreePorts } from './process/ports.js';
export { type Progress, type ProgressListener, ProgressStep } from './progress.js';
export { defaultVersion, knownVersions } from './release/series.js';
