import { type TokenRange, formatRange } from '@reaper-sidecar/segment-planner';
import { UnreadableBodyError } from '../errors/domain-error.js';
import { BASIC_PROTOCOL, PROTOCOL_VERSION } from '../model/assignment.js';
import { type Shape, ShapeError } from './body-shape.js';

/** Longest body that is written or read, in characters. */
export const MAX_BODY_LENGTH = 4 * 1024 * 1024;

/**
 * How a value is stored in one cell: JSON with a `protocol` number, token ranges as "start:end". Within one protocol
 * fields may only be added, and only optional ones that a reader may well leave out; a new value in a set of texts needs a new protocol,
 * unless the set has a value for those it does not know. A body is written in the lowest protocol that tells all of it.
 */
export interface BodyCodec<T> {
  /** @throws UnreadableBodyError when it could not be read back, so that nothing unreadable is ever stored */
  encode(value: T): string;
  /** @throws UnreadableBodyError */
  decode(body: string): T;
}

/**
 * @param kind name for error messages, for example "assignment"
 * @param protocolOf the lowest protocol that tells a value; one that the value names itself goes before
 */
export function bodyCodec<T extends object>(
  kind: string,
  shape: Shape<T>,
  protocolOf: (value: T) => number = () => BASIC_PROTOCOL,
): BodyCodec<T> {
  const decode = (body: string): T => {
    const value = parse(kind, body);
    const protocol = (value as { readonly protocol?: unknown } | null)?.protocol;
    if (!isRead(protocol)) throw unknownProtocol(kind, protocol);
    try {
      return shape(value, '');
    } catch (cause) {
      if (!(cause instanceof ShapeError)) throw cause;
      throw unreadable(kind, cause.message, cause);
    }
  };
  const encode = (value: T): string => {
    const body = JSON.stringify({ protocol: protocolOf(value), ...value }, asStored);
    decode(body);
    return body;
  };
  return { encode, decode };
}

function parse(kind: string, body: unknown): unknown {
  if (typeof body !== 'string') throw unreadable(kind, 'there is no text');
  if (body.length > MAX_BODY_LENGTH) throw unreadable(kind, `it is longer than ${MAX_BODY_LENGTH} characters`);
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw unreadable(kind, 'it is not JSON', cause);
  }
}

function asStored(_key: string, value: unknown): unknown {
  return isTokenRange(value) ? formatRange(value) : value;
}

function isTokenRange(value: unknown): value is TokenRange {
  const range = value as Partial<TokenRange> | null;
  return typeof range === 'object' && typeof range?.start === 'bigint' && typeof range.end === 'bigint';
}

function isRead(protocol: unknown): boolean {
  return Number.isInteger(protocol) && Number(protocol) >= BASIC_PROTOCOL && Number(protocol) <= PROTOCOL_VERSION;
}

function unknownProtocol(kind: string, protocol: unknown): UnreadableBodyError {
  const shown = typeof protocol === 'number' ? `${protocol}` : 'none';
  const message = `it has protocol ${shown}, this build reads up to ${PROTOCOL_VERSION}; run the same version everywhere`;
  return unreadable(kind, message);
}

function unreadable(kind: string, why: string, cause?: unknown): UnreadableBodyError {
  return new UnreadableBodyError(`The stored ${kind} cannot be read: ${why}`, { kind }, { cause });
}
