import type { Clock } from '@reaper-sidecar/repair-core';
import { looksLikeApiToken } from '../api-tokens/api-token.js';
import type { ApiTokens } from '../api-tokens/api-tokens.js';
import type { Directory } from '../directory/directory.js';
import { ForbiddenError, UnauthenticatedError } from '../errors/auth-errors.js';
import type { IdentityProvider } from '../identity/identity-provider.js';
import { allows, type Permission } from '../permissions/permission.js';
import type { AccessTokens } from '../sessions/access-token.js';
import type { Sessions } from '../sessions/sessions.js';
import { jose } from '../signing/jose.js';
import type { User } from '../users/user.js';
import { isPerson, type Principal } from './principal.js';

interface AuthenticatorDeps {
  readonly users: Directory<User>;
  readonly sessions: Sessions;
  readonly accessTokens: AccessTokens;
  readonly apiTokens: ApiTokens;
  readonly provider: IdentityProvider | undefined;
  readonly clock: Clock;
}

/** Finds out who calls, from a session token, an API token or a token of an external issuer. */
export class Authenticator {
  constructor(private readonly deps: AuthenticatorDeps) {}

  /** @throws UnauthenticatedError, ForbiddenError */
  async authenticate(token: string): Promise<Principal> {
    if (looksLikeApiToken(token)) return this.program(token);
    const { provider } = this.deps;
    if (provider && issuerOf(token) === provider.issuer) return { kind: 'oidc', ...(await provider.verify(token)) };
    return this.user(token);
  }

  /** @throws ForbiddenError */
  async authorise(principal: Principal, permission: Permission): Promise<void> {
    const person = isPerson(principal);
    if (allows(permission, principal.role, { person })) return;
    if (principal.kind === 'user' && allows(permission, await this.roleNow(principal.name), { person })) return;
    throw new ForbiddenError(
      permission === 'operator in person' && !person
        ? 'API tokens cannot manage users, tokens and keys; log in with a user of the role operator'
        : `${principal.name} has the role ${principal.role}, and this needs the role operator`,
    );
  }

  /** Whether the caller of a request that is still under way might start it again now. */
  async isGood(principal: Principal): Promise<boolean> {
    switch (principal.kind) {
      case 'anonymous':
        return (await this.deps.users.cached()).version === undefined;
      case 'user':
        return (await this.deps.sessions.isGood({ ...principal, user: principal.name })) !== undefined;
      case 'api-token':
        return (await this.deps.apiTokens.confirm(principal.tokenId)) !== undefined;
      case 'oidc':
        return this.deps.clock.wallMs() < principal.expiresAtMs;
    }
  }

  private async user(token: string): Promise<Principal> {
    const { user: name, sessionId, epoch } = await this.deps.accessTokens.verify(token);
    const user = await this.deps.sessions.isGood({ sessionId, user: name, epoch });
    if (!user) throw new UnauthenticatedError('The session was ended; log in again');
    return { kind: 'user', name, role: user.role, sessionId, epoch };
  }

  private async program(token: string): Promise<Principal> {
    const { id, role, owner } = await this.deps.apiTokens.verify(token);
    return { kind: 'api-token', name: `token:${id}`, role, tokenId: id, owner };
  }

  private async roleNow(name: string) {
    return (await this.deps.users.fresh()).entries.get(name)?.role ?? 'viewer';
  }
}

/** What the token claims to be from; believed by nobody before it is verified. */
function issuerOf(token: string): unknown {
  try {
    return jose().decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
