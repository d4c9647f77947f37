import type { Role } from '../permissions/role.js';

/** Who calls. */
export type Principal = Readonly<
  | { kind: 'anonymous'; name: 'anonymous'; role: 'operator' }
  | { kind: 'user'; name: string; role: Role; sessionId: string; epoch: number }
  | { kind: 'api-token'; name: string; role: Role; tokenId: string; owner: string }
  | { kind: 'oidc'; name: string; role: Role; expiresAtMs: number }
>;

/** Everybody, as long as there is no user. */
export const ANONYMOUS: Principal = { kind: 'anonymous', name: 'anonymous', role: 'operator' };

/** Whether a human being acts, and not a program with an API token. */
export function isPerson({ kind }: Principal): boolean {
  return kind !== 'api-token';
}
