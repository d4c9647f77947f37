import type { PasswordHasher } from '../passwords/password-hasher.js';

/** Does no work and counts how often it would have. For tests only: stored passwords are readable. */
export class PlainHasher implements PasswordHasher {
  /** One entry per verification: the hash that it was made against, undefined for no user. */
  readonly verified: (string | undefined)[] = [];

  async hash(password: string): Promise<string> {
    return `plain ${password}`;
  }

  async verify(password: string, stored: string | undefined): Promise<boolean> {
    this.verified.push(stored);
    return stored === `plain ${password}`;
  }
}
