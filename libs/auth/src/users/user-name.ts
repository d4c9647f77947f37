import { InvalidUserNameError } from '../errors/auth-errors.js';

/** Also what the API accepts: lower case, so that nobody has a name that looks like another's. */
export const USER_NAME = /^[a-z0-9][a-z0-9._@-]{0,63}$/;

/** @throws InvalidUserNameError */
export function checkUserName(name: string): void {
  if (USER_NAME.test(name)) return;
  throw new InvalidUserNameError(
    'A user name has 1 to 64 lower-case letters, digits, dots, underscores, @ or hyphens, and begins with a letter or digit',
  );
}

/** The name as it is stored, of whatever somebody typed. */
export function userNameOf(typed: string): string {
  return typed.trim().toLowerCase();
}
