import type * as Jose from 'jose';
import { type Clock, StoreUnavailableError } from '@reaper-sidecar/repair-core';
import { ForbiddenError, UnauthenticatedError } from '../errors/auth-errors.js';
import { jose } from '../signing/jose.js';
import type { ExternalIdentity, IdentityProvider } from './identity-provider.js';
import { type RoleMapping, roleOf } from './role-claim.js';

export interface OidcOptions {
  readonly issuer: string;
  /** One of the audiences of every token. */
  readonly audience: string;
  /** Where the keys of the issuer are; found through its discovery document if absent. */
  readonly jwksUrl?: string;
  /** Claim that names the person in the audit trail. */
  readonly nameClaim: string;
  readonly roles: RoleMapping;
}

/** No symmetric ones: whoever verifies must not be able to sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 30;
const TIMEOUT_MS = 5_000;
const KEYS_MAX_AGE_MS = 10 * 60_000;

type FindKey = ReturnType<typeof Jose.createRemoteJWKSet>;

/** Verifies tokens of an OpenID Connect issuer with the keys that it publishes. */
export class OidcProvider implements IdentityProvider {
  readonly issuer: string;
  #keys: Promise<FindKey> | undefined;

  constructor(
    private readonly options: OidcOptions,
    private readonly clock: Clock,
  ) {
    this.issuer = options.issuer;
  }

  async verify(token: string): Promise<ExternalIdentity> {
    const { issuer, audience, nameClaim, roles } = this.options;
    const keys = await this.keys();
    const { payload } = await jose()
      .jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(this.clock.wallMs()),
      })
      .catch((error: unknown) => {
        throw judge(error, issuer);
      });
    const role = roleOf(payload, roles);
    if (!role)
      throw new ForbiddenError(`The token of ${issuer} grants no role here; ask for one in its claim ${roles.claim}`);
    const name = payload[nameClaim];
    const { sub = '', exp = 0 } = payload;
    return { name: `oidc:${typeof name === 'string' ? name : sub}`, role, expiresAtMs: exp * 1_000 };
  }

  private async keys(): Promise<FindKey> {
    this.#keys ??= this.findKeys();
    try {
      return await this.#keys;
    } catch (cause) {
      this.#keys = undefined;
      throw new StoreUnavailableError(
        `The keys of ${this.issuer} cannot be found; is the issuer reachable?`,
        {},
        { cause },
      );
    }
  }

  private async findKeys(): Promise<FindKey> {
    const url = this.options.jwksUrl ?? (await this.discover());
    return jose().createRemoteJWKSet(new URL(url), { timeoutDuration: TIMEOUT_MS, cacheMaxAge: KEYS_MAX_AGE_MS });
  }

  private async discover(): Promise<string> {
    const url = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    const { issuer, jwks_uri } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (issuer !== this.issuer || typeof jwks_uri !== 'string')
      throw new Error(`${url} does not describe ${this.issuer}`);
    return jwks_uri;
  }
}

function judge(error: unknown, issuer: string): Error {
  const { errors } = jose();
  if (error instanceof errors.JWTExpired) {
    return new UnauthenticatedError(`The token of ${issuer} has expired; get a new one there`, {}, { cause: error });
  }
  if (
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error.code === 'ERR_JOSE_GENERIC'
  ) {
    return new StoreUnavailableError(`The keys of ${issuer} cannot be read at the moment`, {}, { cause: error });
  }
  return new UnauthenticatedError(`The token of ${issuer} is not valid`, {}, { cause: error });
}
