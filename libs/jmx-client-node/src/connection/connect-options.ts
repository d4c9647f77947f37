import { JmxOptionsError } from '../errors.js';
import { type JmxTlsOptions } from '../rmi/endpoint.js';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from '../serialization/limits.js';
import { type LongsAs } from '../values/value-mapper.js';
import { parseServiceUrl, type RegistryAddress } from './service-url.js';

/** How to reach a JMX server and how to talk to it. Either `url` or `port` is needed. */
export interface JmxConnectOptions {
  /** `service:jmx:rmi:///jndi/rmi://host:port/jmxrmi`; replaces host, port and registryName. */
  readonly url?: string | undefined;
  /** Host of the RMI registry. @default 'localhost' */
  readonly host?: string | undefined;
  /** Port of the RMI registry, the one given to the JVM as JMX port. */
  readonly port?: number | undefined;
  /** Name of the connector in the registry. @default 'jmxrmi' */
  readonly registryName?: string | undefined;
  /** Goes with `password`. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Limit for connecting: registry, login and all. @default 10_000 */
  readonly connectTimeoutMs?: number | undefined;
  /** Limit for one call, unless the call sets its own. @default 60_000 */
  readonly callTimeoutMs?: number | undefined;
  /**
   * Host for the connector object. The server advertises one, but what it believes about itself is often wrong behind
   * NAT, port forwarding and in containers. @default the host of the registry
   */
  readonly rmiHost?: string | undefined;
  /** Port for the connector object. @default the advertised one */
  readonly rmiPort?: number | undefined;
  /** Use the host the server advertises instead of the registry's. @default false */
  readonly useAdvertisedHost?: boolean | undefined;
  /** `true` for TLS with the authorities Node.js trusts. @default false */
  readonly tls?: boolean | JmxTlsOptions | undefined;
  /**
   * A server drops connections without a call for 120 s. After so long without one a call is made; 0 never.
   * @default 30_000
   */
  readonly heartbeatIntervalMs?: number | undefined;
  /**
   * How long the server holds a request for notifications when there are none. After the last listener is removed it may
   * keep a thread waiting for as long, with any client: it cannot be told. @default 60_000
   */
  readonly notificationPollMs?: number | undefined;
  /** Most notifications in one reply. @default 1000 */
  readonly notificationBatchSize?: number | undefined;
  /** Calls in flight at once; each has a socket and a server thread to itself. More wait. @default 8 */
  readonly maxSockets?: number | undefined;
  /** How Java `long` values arrive. @default 'bigint' */
  readonly longs?: LongsAs | undefined;
  /**
   * Hold an RMI lease on the connection. Only a home-made connector server that exports its objects non-permanently and
   * never drops idle connections needs it; the agent of the JVM and Cassandra do not. @default false
   */
  readonly dgcLease?: boolean | undefined;
  /** Bounds for replies. */
  readonly limits?: Partial<DecodeLimits> | undefined;
  /** Gives up connecting. Has no effect once connected. */
  readonly signal?: AbortSignal | undefined;
}

/** The options with defaults filled in and contradictions refused. */
export interface ConnectSettings {
  readonly registry: RegistryAddress;
  readonly credentials: { readonly username: string; readonly password: string } | null;
  readonly connectTimeoutMs: number;
  readonly callTimeoutMs: number;
  readonly rmiHost: string | null;
  readonly rmiPort: number | null;
  readonly tls: JmxTlsOptions | null;
  readonly heartbeatIntervalMs: number;
  readonly notificationPollMs: number;
  readonly notificationBatchSize: number;
  readonly maxSockets: number;
  readonly longs: LongsAs;
  readonly dgcLease: boolean;
  readonly limits: DecodeLimits;
  readonly signal: AbortSignal | undefined;
}

/** Node.js timers fire at once when set further ahead. */
export const MAX_TIMEOUT_MS = 2_147_483_647;

/** @throws JmxOptionsError with every problem found */
export function toConnectSettings(options: JmxConnectOptions): ConnectSettings {
  const problems: string[] = [];
  const number = numberReader(options, problems);
  const registry = registryAddress(options, problems);
  const settings: ConnectSettings = {
    registry,
    credentials: credentials(options, problems),
    connectTimeoutMs: number('connectTimeoutMs', 10_000, 1, MAX_TIMEOUT_MS),
    callTimeoutMs: number('callTimeoutMs', 60_000, 1, MAX_TIMEOUT_MS),
    rmiHost: options.rmiHost ?? (options.useAdvertisedHost === true ? null : registry.host),
    rmiPort: options.rmiPort === undefined ? null : number('rmiPort', 0, 1, 65_535),
    tls: options.tls === true ? {} : options.tls || null,
    heartbeatIntervalMs: number('heartbeatIntervalMs', 30_000, 0, MAX_TIMEOUT_MS),
    notificationPollMs: number('notificationPollMs', 60_000, 1, MAX_TIMEOUT_MS),
    notificationBatchSize: number('notificationBatchSize', 1000, 1, 1_000_000),
    maxSockets: number('maxSockets', 8, 1, 1024),
    longs: options.longs ?? 'bigint',
    dgcLease: options.dgcLease === true,
    limits: limits(options.limits ?? {}, problems),
    signal: options.signal,
  };
  checkRest(options, problems);
  if (problems.length > 0) throw new JmxOptionsError(problems);
  return Object.freeze(settings);
}

type NumericOption = {
  [K in keyof JmxConnectOptions]-?: JmxConnectOptions[K] extends number | undefined ? K : never;
}[keyof JmxConnectOptions];

function numberReader(options: JmxConnectOptions, problems: string[]) {
  return (name: NumericOption, fallback: number, min: number, max: number): number => {
    const value = options[name] ?? fallback;
    if (!Number.isInteger(value) || value < min || value > max) {
      problems.push(`${name} must be an integer from ${min} to ${max}`);
    }
    return value;
  };
}

const NOWHERE: RegistryAddress = { host: '', port: 0, registryName: '' };

function registryAddress(options: JmxConnectOptions, problems: string[]): RegistryAddress {
  if (options.url !== undefined) {
    if (options.host !== undefined || options.port !== undefined) problems.push('give either url or host and port');
    const address = typeof options.url === 'string' ? parseServiceUrl(options.url) : null;
    if (address === null) problems.push('url must look like service:jmx:rmi:///jndi/rmi://host:port/jmxrmi');
    return address ?? NOWHERE;
  }
  const { host = 'localhost', port, registryName = 'jmxrmi' } = options;
  if (typeof host !== 'string' || host === '') problems.push('host must be a non-empty string');
  if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65_535) {
    problems.push('port must be an integer from 1 to 65535');
  }
  return { host, port: port ?? 0, registryName };
}

/** Problems name the option, never its value: values may be secrets. */
function credentials(options: JmxConnectOptions, problems: string[]): ConnectSettings['credentials'] {
  const { username, password } = options;
  if (username === undefined && password === undefined) return null;
  if (typeof username === 'string' && typeof password === 'string') return Object.freeze({ username, password });
  problems.push('username and password must both be given, as strings');
  return null;
}

function limits(given: Partial<DecodeLimits>, problems: string[]): DecodeLimits {
  for (const [name, value] of Object.entries(given)) {
    if (!(name in DEFAULT_DECODE_LIMITS)) problems.push(`limits.${name} does not exist`);
    else if (!Number.isSafeInteger(value) || value < 1) problems.push(`limits.${name} must be a positive integer`);
  }
  return Object.freeze({ ...DEFAULT_DECODE_LIMITS, ...given });
}

const KNOWN_OPTIONS: Readonly<Record<keyof JmxConnectOptions, true>> = {
  url: true,
  host: true,
  port: true,
  registryName: true,
  username: true,
  password: true,
  connectTimeoutMs: true,
  callTimeoutMs: true,
  rmiHost: true,
  rmiPort: true,
  useAdvertisedHost: true,
  tls: true,
  heartbeatIntervalMs: true,
  notificationPollMs: true,
  notificationBatchSize: true,
  maxSockets: true,
  longs: true,
  dgcLease: true,
  limits: true,
  signal: true,
};

const KNOWN_TLS_OPTIONS: Readonly<Record<keyof JmxTlsOptions, true>> = {
  ca: true,
  cert: true,
  key: true,
  pfx: true,
  passphrase: true,
  serverName: true,
  verifyHostName: true,
  rejectUnauthorized: true,
  minVersion: true,
  registry: true,
};

/** A misspelt option would otherwise be a silent default, and for TLS possibly an open door. */
function refuseUnknown(given: object, known: object, prefix: string, problems: string[]): void {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) problems.push(`${prefix}${name} does not exist`);
  }
}

function checkRest(options: JmxConnectOptions, problems: string[]): void {
  refuseUnknown(options, KNOWN_OPTIONS, '', problems);
  const { longs, rmiHost, registryName, tls, useAdvertisedHost } = options;
  if (longs !== undefined && longs !== 'bigint' && longs !== 'number-when-safe') {
    problems.push("longs must be 'bigint' or 'number-when-safe'");
  }
  if (rmiHost !== undefined && (typeof rmiHost !== 'string' || rmiHost === '')) {
    problems.push('rmiHost must be a non-empty string');
  }
  if (rmiHost !== undefined && useAdvertisedHost === true) problems.push('give either rmiHost or useAdvertisedHost');
  if (registryName !== undefined && (typeof registryName !== 'string' || registryName === '')) {
    problems.push('registryName must be a non-empty string');
  }
  if (tls !== undefined && typeof tls !== 'boolean' && (typeof tls !== 'object' || tls === null)) {
    problems.push('tls must be a boolean or an object');
  }
  if (typeof tls === 'object' && tls !== null) refuseUnknown(tls, KNOWN_TLS_OPTIONS, 'tls.', problems);
}
