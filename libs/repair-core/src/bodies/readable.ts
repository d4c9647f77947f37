import { UnreadableBodyError } from '../errors/domain-error.js';
import type { UnreadableRows } from '../ports/registers.js';

/** What `read` gives, or undefined when the row cannot be read and somebody wants to hear of it. */
export function readable<T>(key: string, read: () => T, { onUnreadable }: UnreadableRows): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!onUnreadable || !(error instanceof UnreadableBodyError)) throw error;
    onUnreadable(key, error);
    return undefined;
  }
}
