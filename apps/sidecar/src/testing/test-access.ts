import { Auth, type AuthOptions, DEFAULT_KEY_ROTATION_MS, DEFAULT_SESSION_TIMES } from '@reaper-sidecar/auth';
import { MemoryAuthTables, PlainHasher } from '@reaper-sidecar/auth/testing';
import type { Runtime } from '@reaper-sidecar/repair-core';
import { Access, type AccessOptions } from '../auth/access.js';

/** Access over memory, with passwords that cost no work. There is no user until a test makes one. */
export function testAccess(
  { clock, log }: Pick<Runtime, 'clock' | 'log'>,
  tables: MemoryAuthTables = new MemoryAuthTables(),
  options: Partial<AuthOptions & AccessOptions> = {},
): Access {
  const { allowUnauthenticated = false, ...more } = options;
  const auth = new Auth({
    stores: tables.connect(),
    clock,
    log,
    times: DEFAULT_SESSION_TIMES,
    rotateKeysAfterMs: DEFAULT_KEY_ROTATION_MS,
    hasher: new PlainHasher(),
    ...more,
  });
  return new Access(auth, { allowUnauthenticated });
}
