import { Client, policies, types } from 'cassandra-driver';
import type { OwnNodePolicy } from './own-node-policy.js';
import { noRetry } from './retry-policies.js';
import type { CheckedStorageOptions } from './storage-options.js';

const PROTOCOL_V4 = 4;
/** A node that let this many requests time out on a connection gets a new one, or is down. */
const DEFUNCT_AFTER_TIMEOUTS = 3;

/** A driver client that has not connected yet; one that failed to connect is not used again. */
export function createDriverClient(options: CheckedStorageOptions, loadBalancing: OwnNodePolicy): Client {
  const { local, remote, ignored } = types.distance;
  return new Client({
    contactPoints: [contactPoint(options.host, options.port)],
    ...(options.localDataCenter !== undefined && { localDataCenter: options.localDataCenter }),
    ...(options.credentials && { credentials: options.credentials }),
    ...(options.tls && { sslOptions: options.tls }),
    encoding: { useBigIntAsLong: true, useUndefinedAsUnset: true },
    // The schema is written through one coordinator with one wait at the end (see migrations), and read by SchemaReader.
    isMetadataSyncEnabled: false,
    protocolOptions: { port: options.port, maxVersion: PROTOCOL_V4, maxSchemaAgreementWaitSeconds: 0 },
    prepareOnAllHosts: false,
    pooling: { coreConnectionsPerHost: { [local]: 1, [remote]: 1, [ignored]: 0 }, heartBeatInterval: 10_000 },
    socketOptions: {
      connectTimeout: options.connectTimeoutMs,
      readTimeout: options.requestTimeoutMs,
      defunctReadTimeoutThreshold: DEFUNCT_AFTER_TIMEOUTS,
    },
    policies: {
      loadBalancing,
      retry: noRetry,
      reconnection: new policies.reconnection.ExponentialReconnectionPolicy(250, 5_000, false),
      speculativeExecution: new policies.speculativeExecution.NoSpeculativeExecutionPolicy(),
    },
  });
}

function contactPoint(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
