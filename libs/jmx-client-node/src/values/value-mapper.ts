import { JmxDecodeError } from '../errors.js';
import {
  type ClassDescription,
  RawArray,
  RawEnum,
  RawObject,
  type RawPrimitive,
  type RawValue,
} from '../serialization/raw-values.js';
import { malformed } from '../serialization/stream-reader.js';
import { COLLECTION_READERS } from './collections.js';
import { GUAVA_READERS } from './guava.js';
import { MANAGEMENT_READERS } from './management.js';
import { NETWORK_READERS } from './network.js';
import { OPEN_TYPE_READERS } from './open-types.js';
import { OpaqueJavaObject } from './opaque-java-object.js';
import { SCALAR_READERS, valueField } from './scalars.js';
import { THROWABLE_READERS } from './throwables.js';

/** How `long` values arrive: always as bigint, or as number when that is exact and as bigint when not. */
export type LongsAs = 'bigint' | 'number-when-safe';

/** What a reader of one class may ask for. */
export interface Mapping {
  /** The plain value of a field, element or key. */
  value(raw: RawValue | RawPrimitive | undefined): unknown;
  /** Registers the container made for `object` before it is filled, so that cycles end in it. */
  remember<T>(object: RawObject, container: T): T;
  /** Whether the object is being read right now: a reference to it closes a circle. */
  isUnderway(raw: unknown): boolean;
}

/** Makes a plain value of an object whose lineage contains the class the reader is registered for. */
export type ClassReader = (object: RawObject, mapping: Mapping) => unknown;

const READERS: ReadonlyMap<string, ClassReader> = new Map(
  [
    SCALAR_READERS,
    COLLECTION_READERS,
    GUAVA_READERS,
    NETWORK_READERS,
    OPEN_TYPE_READERS,
    MANAGEMENT_READERS,
    THROWABLE_READERS,
  ].flatMap((readers) => Object.entries(readers)),
);

/** References let a small stream describe a very long chain; each link costs stack here. */
const MAX_DEPTH = 1000;

/** Turns the raw values of one message into plain JavaScript values; shared objects stay shared. */
export class ValueMapper implements Mapping {
  private readonly readers = new Map<ClassDescription, ClassReader | undefined>();
  private depth = 0;

  constructor(private readonly longs: LongsAs = 'bigint') {}

  value(raw: RawValue | RawPrimitive | undefined): unknown {
    if (typeof raw === 'bigint') return this.long(raw);
    if (typeof raw !== 'object' || raw === null) return raw ?? null;
    if (raw instanceof RawObject || raw instanceof RawArray) return this.composite(raw);
    if (raw instanceof RawEnum) return raw.constant;
    return raw.description.name;
  }

  private long(value: bigint): bigint | number {
    if (this.longs === 'bigint') return value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  private composite(raw: RawObject | RawArray): unknown {
    const reader = raw instanceof RawObject ? this.readerOf(raw) : undefined;
    if (reader === valueField) {
      // A box, of which there may be very many: nothing to share and nothing to close a circle.
      const inside = (raw as RawObject).field('value');
      if (typeof inside !== 'object') return this.value(inside);
    }
    if (raw.mapper !== this) {
      raw.mapper = this;
      raw.isMapped = false;
      raw.isUnderway = false;
    }
    if (raw.isMapped) return raw.plain;
    if (++this.depth > MAX_DEPTH) throw malformed(`objects are chained more than ${MAX_DEPTH} deep`);
    const value = raw instanceof RawArray ? this.array(raw) : this.object(raw, reader);
    this.depth -= 1;
    return this.remember(raw, value);
  }

  private array(raw: RawArray): unknown {
    if (raw.bytes !== null) return raw.bytes;
    const elements = this.remember<unknown[]>(raw, []);
    for (const element of raw.elements) elements.push(this.value(element));
    return elements;
  }

  private object(raw: RawObject, reader: ClassReader | undefined): unknown {
    // A wrapper that contains itself has no plain form; Java would give it one, we describe it.
    if (reader === undefined || raw.isUnderway) return this.opaque(raw);
    raw.isUnderway = true;
    const value = this.read(raw, reader);
    raw.isUnderway = false;
    return value;
  }

  /** Readers take the fields for what Java says they are; a server may send anything under a known name. */
  private read(raw: RawObject, reader: ClassReader): unknown {
    try {
      return reader(raw, this);
    } catch (error) {
      if (error instanceof JmxDecodeError) throw error;
      throw malformed(`an object of class ${raw.className} holds what it cannot hold (${(error as Error).message})`);
    }
  }

  private readerOf({ description }: RawObject): ClassReader | undefined {
    let reader = this.readers.get(description);
    if (reader === undefined && !this.readers.has(description)) {
      reader = readerFor(description);
      this.readers.set(description, reader);
    }
    return reader;
  }

  isUnderway(raw: unknown): boolean {
    return raw instanceof RawObject && raw.mapper === this && raw.isUnderway;
  }

  private opaque(raw: RawObject): OpaqueJavaObject {
    const opaque = this.remember(raw, new OpaqueJavaObject(raw.description));
    for (const { fields, data } of raw.parts) {
      for (const [name, value] of fields) opaque.fields[name] = this.value(value);
      for (const item of data) opaque.data.push(Buffer.isBuffer(item) ? item : this.value(item));
    }
    return opaque;
  }

  remember<T>(object: RawObject | RawArray, container: T): T {
    object.plain = container;
    object.isMapped = true;
    return container;
  }
}

/** The reader of the most specific class that has one, so subclasses of known classes are readable too. */
function readerFor(description: ClassDescription): ClassReader | undefined {
  for (let at: ClassDescription | null = description; at !== null; at = at.superClass) {
    const reader = READERS.get(at.name);
    if (reader !== undefined) return reader;
  }
  return undefined;
}
