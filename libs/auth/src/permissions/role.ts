/** From the weakest to the strongest; each may do what the ones before it may. */
export const ROLES = ['viewer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/** Whether a role may do what another may. */
export function covers(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

export function weaker(one: Role, other: Role): Role {
  return covers(one, other) ? other : one;
}
