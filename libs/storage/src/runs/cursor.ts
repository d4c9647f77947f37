import { InvalidCursorError } from '@reaper-sidecar/repair-core';

const LONGEST_CURSOR = 400;

/** Text that is safe in a URL and says nothing to its reader. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws InvalidCursorError unless `accept` takes the position */
export function decodeCursor<T extends readonly unknown[]>(
  cursor: string,
  accept: (position: readonly unknown[]) => position is T,
): T {
  try {
    if (cursor.length <= LONGEST_CURSOR && /^[\w-]+$/.test(cursor)) {
      const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      if (Array.isArray(position) && accept(position)) return position;
    }
  } catch {
    // Not JSON: the same answer as any other cursor that was not made here.
  }
  throw new InvalidCursorError('The cursor is not one that this listing returned; start again without it');
}
