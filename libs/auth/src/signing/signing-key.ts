import { jsonBody } from '../json-body.js';

export const SIGNING_KEY_BYTES = 32;

/** A key that session tokens are signed with (HMAC SHA-256), shared by all sidecars of the cluster. */
export interface SigningKey {
  readonly id: string;
  /** base64url. Never log it. */
  readonly secret: string;
  readonly createdAtMs: number;
  /** Whether tokens of older keys are refused from now on. */
  readonly discardsOlder: boolean;
}

export const signingKeyBody = jsonBody<SigningKey>('signing key', {
  id: 'string',
  secret: 'string',
  createdAtMs: 'number',
  discardsOlder: 'boolean',
});
