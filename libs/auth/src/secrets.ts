import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Random bytes that nobody can guess. */
export type Secrets = (bytes: number) => Buffer;

export const systemSecrets: Secrets = (bytes) => randomBytes(bytes);

/** SHA-256 as base64url: enough for random secrets of 256 bits, unlike for passwords. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares two digests in a time that does not depend on where they differ. */
export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
