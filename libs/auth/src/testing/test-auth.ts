import { VirtualTime } from '@reaper-sidecar/repair-core/testing';
import { Auth, type AuthOptions, DEFAULT_KEY_ROTATION_MS, DEFAULT_SESSION_TIMES } from '../auth.js';
import { MemoryAuthTables } from './memory-auth-stores.js';
import { PlainHasher } from './plain-hasher.js';

export const GOOD_PASSWORD = 'tangerine-Okapi-58-lamp';

const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Authentication of several sidecars over the same memory and the same clock. */
export class TestAuth {
  readonly time = new VirtualTime();
  readonly tables = new MemoryAuthTables();
  readonly hasher = new PlainHasher();

  /** One more sidecar. */
  sidecar(options: Partial<AuthOptions> = {}): Auth {
    return new Auth({
      stores: this.tables.connect(),
      clock: this.time,
      log: SILENT,
      times: DEFAULT_SESSION_TIMES,
      rotateKeysAfterMs: DEFAULT_KEY_ROTATION_MS,
      hasher: this.hasher,
      ...options,
    });
  }

  /** A sidecar of a cluster whose first user is anna. */
  async withAnna(options: Partial<AuthOptions> = {}): Promise<Auth> {
    const auth = this.sidecar(options);
    await auth.users.bootstrap({ name: 'anna', password: GOOD_PASSWORD });
    return auth;
  }
}

function nothing(): void {
  // Nobody reads it.
}
