import { covers, type Role } from './role.js';

/**
 * What an operation needs: nothing, a role, or a role and a person. A program with an API token cannot prepare accounts
 * or keys for the time after its token ends.
 */
export type Permission = 'public' | Role | 'operator in person';

/** Role that the operation needs, undefined when it needs none. */
export function neededRole(permission: Permission): Role | undefined {
  if (permission === 'public') return undefined;
  return permission === 'operator in person' ? 'operator' : permission;
}

export function allows(permission: Permission, role: Role, { person }: { readonly person: boolean }): boolean {
  const needed = neededRole(permission);
  if (needed === undefined) return true;
  return covers(role, needed) && (permission !== 'operator in person' || person);
}
