import type { ConnectionOptions } from 'node:tls';
import type { Log, Timers } from '@reaper-sidecar/repair-core';

export const DEFAULT_KEYSPACE = 'reaper_sidecar';

export interface StorageOptions {
  /** Address of the own node: IP address or host name. @default "127.0.0.1" */
  readonly host?: string;
  /** CQL port of every node. @default 9042 */
  readonly port?: number;
  /** Datacenter whose nodes may stand in for the own one. @default that of the own node */
  readonly localDataCenter?: string;
  /** Both or none; needs CREATE, SELECT and MODIFY on the keyspace, SELECT on system_distributed. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Given, even empty: the connections use TLS with these options of Node.js. */
  readonly tls?: ConnectionOptions;
  /** Lower case letters, digits and underscores, at most 48. @default "reaper_sidecar" */
  readonly keyspace?: string;
  /** Longest wait for the answer to one statement, 100 to 120,000 ms. @default 5000 */
  readonly requestTimeoutMs?: number;
  /** Longest wait for a connection, 100 to 120,000 ms. @default 5000 */
  readonly connectTimeoutMs?: number;
  /** Written into the migration log. @default "reaper-sidecar" */
  readonly applicationName?: string;
  readonly log: Log;
  /** @default the timers of Node.js */
  readonly timers?: Timers;
}

type Defaulted = 'host' | 'port' | 'keyspace' | 'requestTimeoutMs' | 'connectTimeoutMs' | 'applicationName';
export type CheckedStorageOptions = StorageOptions & Required<Pick<StorageOptions, Defaulted>>;

/** @throws RangeError that names every mistake at once */
export function checkStorageOptions(options: StorageOptions): CheckedStorageOptions {
  const checked = {
    ...options,
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 9042,
    keyspace: options.keyspace ?? DEFAULT_KEYSPACE,
    requestTimeoutMs: options.requestTimeoutMs ?? 5_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    applicationName: options.applicationName ?? 'reaper-sidecar',
  };
  const mistakes = [...findMistakes(checked)];
  if (mistakes.length > 0) throw new RangeError(`Storage options: ${mistakes.join('; ')}`);
  return checked;
}

function* findMistakes(options: CheckedStorageOptions): Generator<string> {
  const within = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;
  if (!/^[^\s/@]{1,253}$/.test(options.host)) yield 'host must be an IP address or a host name';
  if (!within(options.port, 1, 65_535)) yield `port is ${options.port}, expected 1 to 65535`;
  if (!/^[a-z][a-z0-9_]{0,47}$/.test(options.keyspace)) {
    yield `keyspace ${JSON.stringify(options.keyspace)} must be lower case letters, digits and underscores, at most 48`;
  }
  for (const name of ['requestTimeoutMs', 'connectTimeoutMs'] as const) {
    if (!within(options[name], 100, 120_000)) yield `${name} is ${options[name]}, expected 100 to 120000`;
  }
  const { credentials } = options;
  if (credentials && (!credentials.username || !credentials.password))
    yield 'credentials need a username and a password';
}
