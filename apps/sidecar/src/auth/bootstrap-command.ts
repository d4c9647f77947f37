import { readFileSync } from 'node:fs';
import { DomainError } from '@reaper-sidecar/repair-core';
import { openStorage } from '../composition/open-storage.js';
import { pinoLog } from '../composition/pino-log.js';
import { systemRuntime } from '../composition/system-runtime.js';
import type { Config } from '../config/config.js';
import { sidecarVersion } from '../version.js';
import { openAccess } from './open-auth.js';

const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

/** Standard input, as readFileSync names it. */
const STDIN = 0;

/**
 * Creates the first user of the cluster: name and password from the settings, or the password from standard input.
 *
 * @returns the exit code: 1 when there was a user before, or Cassandra cannot be reached
 */
export async function bootstrapCommand(config: Config, say: (line: string) => void): Promise<number> {
  const { user } = config.bootstrap;
  if (user === undefined) {
    say('Name the first user: set REAPER_BOOTSTRAP_USER, or bootstrap.user in the file');
    return 2;
  }
  const password = config.bootstrap.password ?? readFileSync(STDIN, 'utf8').replace(/\r?\n$/, '');
  const runtime = systemRuntime(pinoLog('error'));
  const storage = openStorage(config.cassandra, sidecarVersion(), runtime);
  try {
    const { users } = openAccess(config, storage.auth, runtime).auth;
    const created = await patiently(() => users.bootstrap({ name: user, password }));
    say(
      created ? `User ${user} is created with the role operator` : 'There was a first user before; nothing is changed',
    );
    return created ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    say(error.message);
    return error.retryable ? 1 : 2;
  } finally {
    await storage.close();
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError && error.retryable) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
