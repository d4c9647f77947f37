import { ObjectName, OpaqueJavaObject } from '../index.js';

/**
 * Any value as text that the Java program AttributeDump writes the same way, so that both can be compared: doubles and
 * ints as the bits of a double, longs as decimal with an `n`, maps and sets sorted.
 */
export function canonicalValue(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'number':
      return numberBits(value);
    default:
      return canonicalObject(value as object);
  }
}

function numberBits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}

function canonicalObject(value: object): string {
  if (value instanceof OpaqueJavaObject) return `opaque ${value.javaClass}`;
  if (value instanceof ObjectName) return `name ${JSON.stringify(value.canonicalName)}`;
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (Buffer.isBuffer(value)) return `bytes ${value.toString('hex')}`;
  if (Array.isArray(value)) return `[${value.map(canonicalValue).join(',')}]`;
  if (value instanceof Set) return `{${[...value].map(canonicalValue).sort().join(',')}}`;
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
  return `{${entries
    .map(([key, item]) => `${canonicalValue(key)}=${canonicalValue(item)}`)
    .sort()
    .join(',')}}`;
}

/** Whether anything inside the value is of a class this library does not know. */
export function findOpaque(value: unknown): string | null {
  return /opaque [\w.$]+/.exec(canonicalValue(value))?.[0] ?? null;
}
