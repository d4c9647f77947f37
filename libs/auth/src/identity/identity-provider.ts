import type { Role } from '../permissions/role.js';

/** Somebody whom an external issuer knows. */
export interface ExternalIdentity {
  readonly name: string;
  readonly role: Role;
  readonly expiresAtMs: number;
}

/** Verifies tokens of an external issuer. */
export interface IdentityProvider {
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** @throws UnauthenticatedError, ForbiddenError when the identity has no role here, or StoreUnavailableError when the issuer is away */
  verify(token: string): Promise<ExternalIdentity>;
}
