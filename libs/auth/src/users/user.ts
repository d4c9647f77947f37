import type { Role } from '../permissions/role.js';
import { jsonBody } from '../json-body.js';

/** Somebody who logs in with a password. */
export interface User {
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** A removed name stays as an empty mark, until somebody of that name is created again. */
  readonly removed: boolean;
  readonly passwordHash: string;
  /** Sessions carry the epoch they were opened in; a new one ends them all. Rises over removal and new creation too. */
  readonly epoch: number;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly passwordChangedAtMs: number;
}

export const userBody = jsonBody<User>('user', {
  name: 'string',
  role: 'string',
  disabled: 'boolean',
  removed: 'boolean',
  passwordHash: 'string',
  epoch: 'number',
});

/** What may be known of a user by those who manage users. */
export type UserView = Omit<User, 'passwordHash' | 'removed' | 'epoch'>;

/** Whether a session that was opened in an epoch of the user is still good. */
export function mayAct(user: User | undefined, epoch?: number): user is User {
  return user !== undefined && !user.disabled && !user.removed && (epoch === undefined || user.epoch === epoch);
}
