import { type BodyCodec, UnreadableBodyError } from '@reaper-sidecar/repair-core';

type Shape = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

/**
 * Bodies as JSON. Those in which a member of the shape is missing or of another type are refused; members that a newer
 * build added are kept.
 */
export function jsonBody<T>(what: string, shape: Shape): BodyCodec<T> {
  return {
    encode: (value) => JSON.stringify(value),
    decode: (body) => {
      const value = parse(body) as Record<string, unknown> | undefined;
      const wrong = Object.entries(shape).find(([member, type]) => typeof value?.[member] !== type);
      if (wrong) throw new UnreadableBodyError(`The stored ${what} has no ${wrong[1]} "${wrong[0]}"`, { what });
      return value as T;
    },
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
