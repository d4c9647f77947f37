export { type CassandraStores, createStores } from './cassandra-stores.js';
export { connectStorage } from './connect-storage.js';
export { CassandraConnection } from './connection/cassandra-connection.js';
export { DEFAULT_KEYSPACE, type StorageOptions } from './connection/storage-options.js';
export { type OwnNode, type StorageState, type StorageStatistics } from './connection/storage-state.js';
export { CassandraCommandHistory } from './cluster/cassandra-command-history.js';
export { CassandraSchemaReader } from './cluster/cassandra-schema-reader.js';
export { CassandraRepairHistory } from './ages/cassandra-repair-history.js';
export { CassandraStorageInspector } from './checks/cassandra-storage-inspector.js';
