import { Auth, type AuthStores, OidcProvider, type OidcOptions } from '@reaper-sidecar/auth';
import type { Runtime } from '@reaper-sidecar/repair-core';
import type { AuthConfig, Config } from '../config/config.js';
import { Access } from './access.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Authentication as the settings want it, over the stores of the cluster. */
export function openAccess(
  { auth, http }: Pick<Config, 'auth' | 'http'>,
  stores: AuthStores,
  { clock, log }: Runtime,
): Access {
  const oidc = oidcOptions(auth);
  const parts = new Auth({
    stores,
    clock,
    log,
    times: {
      accessMs: auth.accessTokenMinutes * MINUTE_MS,
      idleMs: auth.sessionIdleHours * HOUR_MS,
      longestMs: auth.sessionMaxHours * HOUR_MS,
    },
    rotateKeysAfterMs: auth.keyRotationHours * HOUR_MS,
    ...(oidc && { provider: new OidcProvider(oidc, clock) }),
  });
  return new Access(parts, { allowUnauthenticated: http.allowUnauthenticated });
}

function oidcOptions(auth: AuthConfig): OidcOptions | undefined {
  const { oidcIssuer, oidcAudience, oidcJwksUrl } = auth;
  if (oidcIssuer === undefined || oidcAudience === undefined) return undefined;
  return {
    issuer: oidcIssuer,
    audience: oidcAudience,
    ...(oidcJwksUrl !== undefined && { jwksUrl: oidcJwksUrl }),
    nameClaim: auth.oidcNameClaim,
    roles: { claim: auth.oidcRoleClaim, operators: namesOf(auth.oidcOperators), viewers: namesOf(auth.oidcViewers) },
  };
}

function namesOf(list: string): readonly string[] {
  return list.split(',').flatMap((name) => name.trim() || []);
}
