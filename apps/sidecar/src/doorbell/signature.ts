import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header of a doorbell: HMAC-SHA256 of the body under the cluster's key, lower-case hex. */
export const SIGNATURE_HEADER = 'x-reaper-signature';

export function sign(key: Uint8Array, body: string): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

/** Compares in constant time. */
export function isSigned(key: Uint8Array, body: string, signature: string): boolean {
  const expected = Buffer.from(sign(key, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
