import { createHmac } from 'node:crypto';

const FORM = /^rsr_([0-9a-f]{32})_([\w-]{43})$/;

/** What a refresh token consists of; the secret is never stored. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

export function formatRefreshToken({ sessionId, secret }: RefreshToken): string {
  return `rsr_${sessionId}_${secret}`;
}

/** Undefined for a text of another form. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, sessionId, secret] = FORM.exec(text) ?? [];
  return sessionId === undefined || secret === undefined ? undefined : { sessionId, secret };
}

/**
 * Secret of the next generation. It follows from the present secret and a salt that is stored: every sidecar that is
 * shown the present one derives the same next one, and nobody derives it from what is stored.
 */
export function nextSecret({ sessionId, secret }: RefreshToken, generation: number, salt: string): string {
  return createHmac('sha256', secret).update(`${sessionId}.${generation}.${salt}`).digest('base64url');
}
