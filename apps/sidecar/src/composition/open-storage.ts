import type { Runtime } from '@reaper-sidecar/repair-core';
import {
  CassandraCommandHistory,
  CassandraRepairHistory,
  CassandraSchemaReader,
  CassandraStorageInspector,
  connectStorage,
  createAuthStores,
  createStores,
  type CassandraConnection,
  type StorageState,
} from '@reaper-sidecar/storage';
import type { CassandraConfig } from '../config/config.js';
import { cqlTls } from '../tls/client-tls.js';
import type { ComponentState, Probe } from '../health/readiness.js';
import type { StorageParts } from './parts.js';

/** Connects in the background; until it is there the stores throw StoreUnavailableError with the reason. */
export function openStorage(config: CassandraConfig, version: string, { log, timers }: Runtime): StorageParts {
  const { host, port, keyspace, username, password } = config;
  const tls = cqlTls(config);
  const connection = connectStorage({
    host,
    port,
    keyspace,
    ...(username !== undefined && password !== undefined && { credentials: { username, password } }),
    ...(tls && { tls }),
    applicationName: `reaper-sidecar ${version}`,
    log,
    timers,
  });
  return {
    ...createStores(connection),
    auth: createAuthStores(connection),
    schema: new CassandraSchemaReader(connection),
    history: new CassandraCommandHistory(connection),
    repairHistory: new CassandraRepairHistory(connection),
    inspector: new CassandraStorageInspector(connection),
    cql: () => describeConnection(connection.state(), `${host}:${port}`),
    keyspace: keyspaceProbe(connection, keyspace),
    use: () => connection.statistics(),
    close: () => connection.close(),
  };
}

function describeConnection({ phase, reason }: StorageState, address: string): ComponentState {
  switch (phase) {
    case 'ready':
    case 'preparing':
    case 'refused':
      return { state: 'ready', detail: `connected to ${address}` };
    case 'connecting':
      return { state: 'starting', detail: reason };
    case 'fallback':
    case 'lost':
    case 'closed':
      return { state: 'failing', detail: reason };
  }
}

/** The schema stays what it is once it was found complete. */
function keyspaceProbe(connection: CassandraConnection, keyspace: string): Probe {
  return () => {
    const { phase, usable, reason } = connection.state();
    if (usable || phase === 'lost') return { state: 'ready', detail: `keyspace ${keyspace} is complete` };
    if (phase === 'refused') return { state: 'failing', detail: reason };
    return { state: 'starting', detail: phase === 'preparing' ? reason : 'waiting for the first connection' };
  };
}
