import { BodyReader } from './body-reader.js';
import { type CqlType, CqlTypeCode as T } from './cql-type.js';

/**
 * A value as it comes out of a row. `int`, `smallint`, `tinyint`, `float`, `double`: number. `bigint`, `counter`,
 * `varint`, `time`: bigint. `timestamp`: Date. `uuid`, `inet`, `date` (2026-01-31), `decimal` (digits and exponent) and
 * text: string. `list`, `set`, `tuple`: array. `map`: Map. User-defined types: object. All else, `blob` included: Buffer.
 */
export type CqlValue =
  | null
  | string
  | number
  | bigint
  | boolean
  | Date
  | Buffer
  | CqlValue[]
  | Map<CqlValue, CqlValue>
  | { [field: string]: CqlValue };

export function decodeValue(type: CqlType, bytes: Buffer | null): CqlValue {
  if (bytes === null) return null;
  // Every type may hold zero bytes, a relic of Thrift; only for text and blobs do they mean something.
  if (bytes.length === 0 && !emptyMeansEmpty.has(type.code)) return null;
  return (decoders[type.code] ?? asBuffer)(bytes, type);
}

type Decoder = (bytes: Buffer, type: CqlType) => CqlValue;

const emptyMeansEmpty: ReadonlySet<number> = new Set([T.Ascii, T.Varchar, T.Blob, T.Custom]);
const dayMs = 86_400_000;

const asBuffer: Decoder = (bytes) => Buffer.from(bytes);
const asText: Decoder = (bytes) => bytes.toString('utf8');
const asLong: Decoder = (bytes) => bytes.readBigInt64BE(0);
const asUuid: Decoder = (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const asVarint = (bytes: Buffer): bigint =>
  bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`));

const asSequence: Decoder = (bytes, { inner: [element] }) => {
  const reader = new BodyReader(bytes);
  return Array.from({ length: reader.int() }, () => decodeInner(element, reader));
};

const asMap: Decoder = (bytes, { inner: [key, value] }) => {
  const reader = new BodyReader(bytes);
  const entries = Array.from(
    { length: reader.int() },
    () => [decodeInner(key, reader), decodeInner(value, reader)] as const,
  );
  return new Map(entries);
};

/** Fields at the end may be missing: those were added to the type after the value was written. */
const asFields = (bytes: Buffer, { inner }: CqlType): CqlValue[] => {
  const reader = new BodyReader(bytes);
  return inner.map((type) => (reader.atEnd ? null : decodeInner(type, reader)));
};

const asUserDefined: Decoder = (bytes, type) => {
  const values = asFields(bytes, type);
  return Object.fromEntries((type.fields ?? []).map((field, index) => [field, values[index] ?? null]));
};

function decodeInner(type: CqlType | undefined, reader: BodyReader): CqlValue {
  const bytes = reader.bytes();
  return type ? decodeValue(type, bytes) : bytes;
}

function asAddress(bytes: Buffer): string {
  if (bytes.length === 4) return [...bytes].join('.');
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':');
}

const decoders: Readonly<Record<number, Decoder>> = {
  [T.Ascii]: asText,
  [T.Varchar]: asText,
  [T.Bigint]: asLong,
  [T.Counter]: asLong,
  [T.Time]: asLong,
  [T.Boolean]: (bytes) => bytes[0] !== 0,
  [T.Decimal]: (bytes) => `${asVarint(bytes.subarray(4))}e${-bytes.readInt32BE(0)}`,
  [T.Double]: (bytes) => bytes.readDoubleBE(0),
  [T.Float]: (bytes) => bytes.readFloatBE(0),
  [T.Int]: (bytes) => bytes.readInt32BE(0),
  [T.Smallint]: (bytes) => bytes.readInt16BE(0),
  [T.Tinyint]: (bytes) => bytes.readInt8(0),
  [T.Timestamp]: (bytes) => new Date(Number(bytes.readBigInt64BE(0))),
  [T.Uuid]: asUuid,
  [T.Timeuuid]: asUuid,
  [T.Varint]: asVarint,
  [T.Inet]: asAddress,
  // Days, with the epoch in the middle of the unsigned range.
  [T.Date]: (bytes) => new Date((bytes.readUInt32BE(0) - 2 ** 31) * dayMs).toISOString().slice(0, 10),
  [T.List]: asSequence,
  [T.Set]: asSequence,
  [T.Map]: asMap,
  [T.Tuple]: asFields,
  [T.Udt]: asUserDefined,
};
