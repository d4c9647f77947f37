import { type Runtime } from '@reaper-sidecar/repair-core';
import { JmxConnection, JmxOptionsError, type JmxConnectOptions } from 'jmx-client-node';
import { JmxMBeanAccess } from './jmx-mbean-access.js';
import { NodeConnection } from './node-connection.js';
import { type RetryDelays } from './retry-delay.js';

/** How to reach the JMX of the own node. */
export interface NodeJmxOptions
  extends
    Partial<RetryDelays>,
    Pick<
      JmxConnectOptions,
      | 'username'
      | 'password'
      | 'rmiHost'
      | 'rmiPort'
      | 'useAdvertisedHost'
      | 'tls'
      | 'heartbeatIntervalMs'
      | 'maxSockets'
      | 'limits'
    > {
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default 7199 */
  readonly port?: number;
  /** Limit for connecting: registry, login and all. @default 5000 */
  readonly connectTimeoutMs?: number;
  /** Limit for one call. @default 15000 */
  readonly callTimeoutMs?: number;
  /** Pause after the first attempt to connect that failed, doubled with each further one, ms. @default 250 */
  readonly retryMinMs?: number;
  /** Longest such pause, ms. @default 5000 */
  readonly retryMaxMs?: number;
}

/** Objects in the ring of 1,000 nodes with 256 tokens and up to 20 replicas; the limit of the protocol is lower. */
const RING_HANDLES = 8_000_000;

/**
 * The connection to the own node; opens with its first use. Wrong options of the protocol show as the state
 * INVALID_OPTIONS, with all mistakes named.
 *
 * @throws JmxOptionsError for pauses that make no sense
 */
export function connectToNode(options: NodeJmxOptions, runtime: Pick<Runtime, 'clock' | 'timers' | 'log'>) {
  const { host = '127.0.0.1', port = 7199, retryMinMs = 250, retryMaxMs = 5_000, ...others } = options;
  if (!(retryMinMs > 0) || !(retryMaxMs >= retryMinMs) || retryMaxMs === Infinity) {
    throw new JmxOptionsError(['retryMinMs must be above 0 and at most retryMaxMs']);
  }
  const limits = { maxHandles: RING_HANDLES, ...others.limits };
  const connect: JmxConnectOptions = { connectTimeoutMs: 5_000, callTimeoutMs: 15_000, ...others, host, port, limits };
  return new NodeConnection({
    ...runtime,
    endpoint: { host, port },
    open: async (signal) => new JmxMBeanAccess(await JmxConnection.connect({ ...connect, signal })),
    retryMinMs,
    retryMaxMs,
  });
}
