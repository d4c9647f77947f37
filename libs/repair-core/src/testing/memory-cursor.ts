import { InvalidCursorError } from '../errors/domain-error.js';
import { MAX_PAGE } from '../ports/runs.js';

export function encodeCursor(text: string): string {
  return `m-${Buffer.from(text).toString('base64url')}`;
}

export function decodeCursor(cursor: string): string {
  if (!/^m-[\w-]+$/.test(cursor)) throw new InvalidCursorError('The cursor is not one that this listing returned');
  return Buffer.from(cursor.slice(2), 'base64url').toString();
}

export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new RangeError(`limit is ${limit}; expected a whole number from 1 to ${MAX_PAGE}`);
  }
}
