import type * as Argon2 from '@node-rs/argon2';
import type { Secrets } from '../secrets.js';
import type { PasswordHasher } from './password-hasher.js';
import { Slots } from './slots.js';

/** Argon2id with the least cost that OWASP recommends: 19 MiB, two passes, one lane. */
export const ARGON2_PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two hashes take 38 MiB for some 50 ms; more at once would show in the memory of the process. */
const AT_ONCE = 2;
const MAY_WAIT = 40;

export class Argon2Hasher implements PasswordHasher {
  readonly #slots = new Slots(AT_ONCE, MAY_WAIT);
  #decoy: Promise<string> | undefined;

  constructor(private readonly secrets: Secrets) {}

  hash(password: string): Promise<string> {
    return this.#slots.run(() => argon2().hash(password, ARGON2_PARAMETERS));
  }

  async verify(password: string, stored: string | undefined): Promise<boolean> {
    // Made before it is known to be needed: otherwise the first unknown user would be told by the time it takes.
    this.#decoy ??= this.hash(this.secrets(32).toString('hex'));
    const decoy = await this.#decoy;
    return this.#slots.run(async () => {
      const right = await argon2().verify(stored ?? decoy, password);
      return right && stored !== undefined;
    });
  }
}

let loaded: typeof Argon2 | undefined;

/** Loaded at the first login, so that a sidecar that nobody logs in to does not carry it. */
function argon2(): typeof Argon2 {
  loaded ??= require('@node-rs/argon2') as typeof Argon2;
  return loaded;
}
