import type * as Jose from 'jose';
import type { Clock } from '@reaper-sidecar/repair-core';
import { UnauthenticatedError } from '../errors/auth-errors.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import { jose } from '../signing/jose.js';

export const ISSUER = 'reaper-sidecar';
const AUDIENCE = 'reaper-sidecar-api';
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';

/** Clocks of two sidecars may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** What a session token says. The role is not in it: it is looked up, so that a change counts at once. */
export interface AccessClaims {
  readonly user: string;
  readonly sessionId: string;
  /** Epoch of the user in which the session was opened. */
  readonly epoch: number;
  readonly expiresAtMs: number;
}

/** Short-lived signed tokens that every sidecar of the cluster verifies. */
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async issue({ user, sessionId, epoch, expiresAtMs }: AccessClaims): Promise<string> {
    const { id, secret } = await this.keys.current();
    return new (jose().SignJWT)({ sid: sessionId, epoch })
      .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(user)
      .setIssuedAt(Math.floor(this.clock.wallMs() / 1_000))
      .setExpirationTime(Math.ceil(expiresAtMs / 1_000))
      .sign(Buffer.from(secret, 'base64url'));
  }

  /** @throws UnauthenticatedError */
  async verify(token: string): Promise<AccessClaims> {
    const { payload } = await this.open(token);
    const { sub, sid, epoch, exp } = payload;
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof epoch !== 'number' || exp === undefined) {
      throw new UnauthenticatedError('The session token lacks claims; log in again');
    }
    return { user: sub, sessionId: sid, epoch, expiresAtMs: exp * 1_000 };
  }

  private async open(token: string): Promise<Jose.JWTVerifyResult> {
    const { errors, jwtVerify } = jose();
    try {
      return await jwtVerify(token, (header) => this.keyOf(header), {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['exp', 'iat', 'sub', 'sid', 'epoch'],
        // Also refuses tokens that were issued in the future.
        maxTokenAge: '1h',
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(this.clock.wallMs()),
      });
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const expired = error instanceof errors.JWTExpired;
      throw new UnauthenticatedError(
        expired ? 'The session token has expired; refresh the session' : 'The session token is not valid; log in again',
        {},
        { cause: error },
      );
    }
  }

  private async keyOf({ kid }: Jose.JWTHeaderParameters): Promise<Uint8Array> {
    const key = typeof kid === 'string' && /^[0-9a-f]{24}$/.test(kid) ? await this.keys.find(kid) : undefined;
    if (!key) throw new UnauthenticatedError('The session token was signed with a key that is not known; log in again');
    return Buffer.from(key.secret, 'base64url');
  }
}
