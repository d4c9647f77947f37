import { decodeStream } from '../serialization/incremental-decoder.js';
import { CustomData } from '../serialization/custom-data.js';
import { JAVA_TIME_CLASS } from '../serialization/class-data-reader.js';
import { readJavaTime } from '../serialization/java-time.js';
import { RawArray, type RawObject } from '../serialization/raw-values.js';
import { malformed } from '../serialization/stream-reader.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

/** A box: the value is in a field of that name. */
export const valueField: ClassReader = (object, mapping) => mapping.value(object.field('value'));

/** Boxes, text, numbers and dates. */
export const SCALAR_READERS: Readonly<Record<string, ClassReader>> = {
  'java.lang.Boolean': valueField,
  'java.lang.Byte': valueField,
  'java.lang.Character': valueField,
  'java.lang.Short': valueField,
  'java.lang.Integer': valueField,
  'java.lang.Long': valueField,
  'java.lang.Float': valueField,
  'java.lang.Double': valueField,
  'java.util.concurrent.atomic.AtomicInteger': valueField,
  'java.util.concurrent.atomic.AtomicLong': valueField,
  'java.util.concurrent.atomic.AtomicBoolean': (object) => object.field('value') !== 0,
  'java.util.concurrent.atomic.AtomicReference': valueField,
  'java.math.BigInteger': bigInteger,
  'java.math.BigDecimal': bigDecimal,
  'java.util.UUID': uuid,
  'java.util.Date': (object) => new Date(Number(new CustomData(object.part('java.util.Date')).int64())),
  [JAVA_TIME_CLASS]: javaTime,
  'java.util.BitSet': bitSet,
  'java.util.Locale': locale,
  'java.net.URI': (object) => object.field('string') ?? null,
  'java.net.URL': url,
  'java.io.File': (object) => object.field('path') ?? null,
  'java.lang.StringBuilder': stringBuilder,
  'java.lang.StringBuffer': stringBuffer,
  'java.rmi.MarshalledObject': marshalledObject,
};

/** Decimal text of a number costs more than linear time, so its size is bounded more tightly than that of arrays. */
const MAX_MAGNITUDE_BYTES = 65_536;

/** Magnitude without sign, big-endian, and the sign apart. */
function bigInteger(object: RawObject): bigint {
  const magnitude = object.field('magnitude');
  const bytes = magnitude instanceof RawArray ? magnitude.bytes : null;
  if (bytes === null || bytes.length === 0) return 0n;
  if (bytes.length > MAX_MAGNITUDE_BYTES) throw malformed(`a number has ${bytes.length} bytes`);
  const size = BigInt(`0x${bytes.toString('hex')}`);
  return object.field('signum') === -1 ? -size : size;
}

/** `BigDecimal.toString()`: text, because no JavaScript number is exact. */
function bigDecimal(object: RawObject, mapping: Mapping): string {
  const unscaled = BigInt(mapping.value(object.field('intVal')) as bigint);
  const scale = Number(object.field('scale'));
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  if (scale === 0) return sign + digits;
  const exponent = digits.length - 1 - scale;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
}

function uuid(object: RawObject): string {
  const half = (field: string) =>
    BigInt.asUintN(64, BigInt((object.field(field) ?? 0n) as bigint))
      .toString(16)
      .padStart(16, '0');
  const digits = half('mostSigBits') + half('leastSigBits');
  return [0, 8, 12, 16, 20].map((at, index, all) => digits.slice(at, all[index + 1] ?? 32)).join('-');
}

/** Parsed already by the stream reader, except inside a MarshalledObject where it is framed as block data. */
function javaTime(object: RawObject): unknown {
  const part = object.part(JAVA_TIME_CLASS);
  const parsed = part?.fields.get('iso');
  if (parsed !== undefined) return parsed;
  const data = new CustomData(part);
  const reading = readJavaTime();
  let step = reading.next();
  while (!step.done) step = reading.next(data.bytes(step.value));
  return step.value;
}

/** Indexes of the bits that are set. */
function bitSet(object: RawObject): number[] {
  const words = object.field('bits');
  if (!(words instanceof RawArray)) return [];
  return words.elements.flatMap((word, index) =>
    Array.from({ length: 64 }, (_, bit) => bit)
      .filter((bit) => (BigInt(word as bigint) >> BigInt(bit)) & 1n)
      .map((bit) => index * 64 + bit),
  );
}

function locale(object: RawObject): string {
  const parts = ['language', 'country', 'variant'].map((name) => String(object.field(name) ?? ''));
  return parts.join('_').replace(/_+$/, '');
}

function url(object: RawObject): string {
  const text = (name: string) => String(object.field(name) ?? '');
  const ref = object.field('ref');
  const authority = object.field('authority');
  return `${text('protocol')}:${authority == null ? '' : `//${text('authority')}`}${text('file')}${ref == null ? '' : `#${text('ref')}`}`;
}

/** The character array is longer than the text. */
function characters(value: unknown, count: number): string {
  return value instanceof RawArray ? value.elements.slice(0, count).join('') : '';
}

function stringBuilder(object: RawObject): string {
  const data = new CustomData(object.part('java.lang.StringBuilder'));
  const count = data.int32();
  return characters(data.object(), count);
}

function stringBuffer(object: RawObject): string {
  return characters(object.field('value'), Number(object.field('count') ?? 0));
}

function marshalledObject(object: RawObject, mapping: Mapping): unknown {
  const bytes = object.field('objBytes');
  return bytes instanceof RawArray && bytes.bytes !== null ? mapping.value(decodeStream(bytes.bytes)) : null;
}
