import { jsonBody } from '../json-body.js';
import type { Role } from '../permissions/role.js';

/** A long-lived credential of a program. */
export interface ApiToken {
  readonly id: string;
  /** What it is for, in the words of its owner. */
  readonly name: string;
  readonly role: Role;
  /** User that made it: it can do no more than that user, and nothing once the user is blocked or gone. */
  readonly owner: string;
  readonly digest: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly revoked: boolean;
}

export const apiTokenBody = jsonBody<ApiToken>('API token', {
  id: 'string',
  name: 'string',
  role: 'string',
  owner: 'string',
  digest: 'string',
  createdAtMs: 'number',
  expiresAtMs: 'number',
  revoked: 'boolean',
});

const PREFIX = 'rst_';
const FORM = /^rst_([0-9a-f]{24})_([\w-]{43})$/;

export function looksLikeApiToken(text: string): boolean {
  return text.startsWith(PREFIX);
}

export function formatApiToken(id: string, secret: string): string {
  return `${PREFIX}${id}_${secret}`;
}

/** Undefined for a text of another form. */
export function parseApiToken(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
