import { inspect } from 'node:util';

/** One line of text for any decoded value; goldens are compared in this form. */
export function describeValue(value: unknown): string {
  return inspect(value, { depth: 20, breakLength: Infinity, compact: true, sorted: false, maxArrayLength: 100 });
}
