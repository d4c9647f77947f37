import { jsonBody } from '../json-body.js';

/** Body of a stored session: one line of refresh tokens, each used once. */
export interface SessionState {
  readonly user: string;
  readonly epoch: number;
  /** Digest of the refresh token that is good now. */
  readonly digest: string;
  /** Digest of the one before it, and the salt that the present one follows from. */
  readonly formerDigest: string;
  readonly salt: string;
  readonly rotatedAtMs: number;
  readonly createdAtMs: number;
  /** Without a refresh until then the session is over. */
  readonly expiresAtMs: number;
  readonly ended: boolean;
}

export const sessionBody = jsonBody<SessionState>('session', {
  user: 'string',
  epoch: 'number',
  digest: 'string',
  formerDigest: 'string',
  salt: 'string',
  rotatedAtMs: 'number',
  createdAtMs: 'number',
  expiresAtMs: 'number',
  ended: 'boolean',
});
