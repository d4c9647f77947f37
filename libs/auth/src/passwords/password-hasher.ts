/** Turns passwords into what may be stored. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * Does the same work for a user that does not exist (`undefined`), and is never true for it.
   *
   * @throws TooManyLoginsError when too many wait already
   */
  verify(password: string, stored: string | undefined): Promise<boolean>;
}
