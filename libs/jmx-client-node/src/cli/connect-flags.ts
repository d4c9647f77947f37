import { readFile } from 'node:fs/promises';
import { type JmxConnectOptions } from '../connection/connect-options.js';
import { type JmxTlsOptions } from '../rmi/endpoint.js';
import { type Flags, toInteger } from './arguments.js';
import { askPassword, type PromptStreams } from './ask-password.js';
import { UsageError } from './usage-error.js';

const DEFAULT_ADDRESS = 'localhost:7199';
const ADDRESS = /^(\[[^\]]+\]|[^:]+):(\d+)$/;

/** The connect options the flags stand for. Passwords come from a file or a prompt: arguments are visible to all. */
export async function toConnectOptions(flags: Flags, streams: PromptStreams): Promise<JmxConnectOptions> {
  return {
    ...address(flags.connect ?? DEFAULT_ADDRESS),
    ...(await credentials(flags, streams)),
    tls: await tls(flags),
    rmiHost: flags['rmi-host'],
    rmiPort: toInteger(flags['rmi-port'], 'rmi-port'),
    useAdvertisedHost: flags['advertised-host'],
    callTimeoutMs: toInteger(flags.timeout, 'timeout'),
    longs: 'number-when-safe',
  };
}

function address(text: string): Pick<JmxConnectOptions, 'url' | 'host' | 'port'> {
  if (text.startsWith('service:')) return { url: text };
  const match = ADDRESS.exec(text);
  if (match === null) throw new UsageError('--connect wants host:port or a service:jmx:rmi: URL');
  return { host: (match[1] ?? '').replace(/^\[|\]$/g, ''), port: Number(match[2]) };
}

async function credentials(flags: Flags, streams: PromptStreams) {
  if (flags.user === undefined) {
    if (flags['password-file'] !== undefined) throw new UsageError('--password-file needs --user');
    return {};
  }
  const file = flags['password-file'];
  const password = file === undefined ? await askPassword(flags.user, streams) : await passwordIn(file);
  return { username: flags.user, password };
}

async function passwordIn(file: string): Promise<string> {
  return (await readText(file, 'password-file')).split(/\r?\n/)[0] ?? '';
}

async function readText(file: string, flag: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--${flag}: ${(error as Error).message}`);
  }
}

async function tls(flags: Flags): Promise<JmxTlsOptions | undefined> {
  const files = await Promise.all(
    (['ca', 'cert', 'key'] as const).map(async (flag) => {
      const file = flags[flag];
      return file === undefined ? [] : [[flag, await readText(file, flag)] as const];
    }),
  );
  const given = files.flat();
  const wants = given.length > 0 || flags.tls === true || flags['plain-registry'] === true || flags.insecure === true;
  if (!wants) return undefined;
  return {
    ...Object.fromEntries(given),
    registry: flags['plain-registry'] !== true,
    rejectUnauthorized: flags.insecure !== true,
  };
}
