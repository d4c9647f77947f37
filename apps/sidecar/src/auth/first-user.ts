import type { Auth } from '@reaper-sidecar/auth';
import { DomainError, type Log, type Timers } from '@reaper-sidecar/repair-core';
import type { BootstrapConfig } from '../config/config.js';
import type { Access } from './access.js';

const RETRY_MS = 2_000;

interface FirstUserDeps {
  readonly access: Access;
  readonly bootstrap: BootstrapConfig;
  readonly timers: Timers;
  readonly log: Log;
}

/** Creates the first user from the settings, once the keyspace can be read, and says who may use the API. */
export async function settleFirstUser(
  { access, bootstrap, timers, log }: FirstUserDeps,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await createFirstUser(access.auth, bootstrap, log);
      await access.isLoginNeeded();
      log.info('Access', { detail: access.state().detail });
      return;
    } catch (error) {
      if (!(error instanceof DomainError && error.retryable)) {
        log.error('The first user cannot be created', { error });
        return;
      }
      await timers.sleep(RETRY_MS, signal);
    }
  }
}

async function createFirstUser(auth: Auth, { user, password }: BootstrapConfig, log: Log): Promise<void> {
  if (user === undefined || password === undefined) return;
  if (await auth.users.bootstrap({ name: user, password })) log.info('The first user is created', { user });
}
