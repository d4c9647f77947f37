import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeValue } from '../testing/describe-value.js';
import { ValueMapper } from '../values/value-mapper.js';
import { CLASSES } from './class-spec.js';
import { IncrementalDecoder } from './incremental-decoder.js';
import { java } from './java-builders.js';
import { type JavaValue } from './java-value.js';
import { marshalledBytes, marshalledHash } from './marshalled-object.js';

interface GoldenVector {
  readonly kind: string;
  readonly name: string;
  readonly hash: string;
  readonly bytes: Buffer;
}

const TESTDATA = join(__dirname, '../testdata');

/** Bytes captured from JVMs 17 and 25; what each stands for is in golden-values.tsv. */
const VECTORS: GoldenVector[] = readFileSync(join(TESTDATA, 'golden-vectors.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string, string])
  .map(([kind, name, , hash, hex]) => ({ kind, name, hash, bytes: Buffer.from(hex, 'hex') }));

const VALUES = new Map(
  readFileSync(join(TESTDATA, 'golden-values.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t') as [string, string]),
);

function decode(chunks: Iterable<Buffer>): string {
  const decoder = new IncrementalDecoder((stream) => stream.value());
  let result: ReturnType<typeof decoder.push> = null;
  for (const chunk of chunks) {
    if (result !== null) throw new Error('The decoder was done before the last byte');
    result = decoder.push(chunk);
  }
  if (result === null) throw new Error('The decoder wants more than all bytes');
  return describeValue(new ValueMapper().value(result.value));
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('values captured from a JVM', () => {
  const decodable = VECTORS.filter(({ kind }) => kind === 'decode').map((vector) => [vector.name, vector] as const);

  it('are 171', () => {
    expect(decodable).toHaveLength(171);
  });

  it.each(decodable)('%s decodes, whole, byte by byte and in pieces of 7', (name, { bytes }) => {
    const expected = VALUES.get(name);
    expect(decode([bytes])).toBe(expected);
    expect(decode(pieces(bytes, 1))).toBe(expected);
    expect(decode(pieces(bytes, 7))).toBe(expected);
  });

  it.each(decodable)('%s cut short anywhere is incomplete, never an error and never a value', (_, { bytes }) => {
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 40)) {
      expect(new IncrementalDecoder((stream) => stream.value()).push(bytes.subarray(0, length))).toBeNull();
    }
  });
});

const objects = (...elements: JavaValue[]) => java.array('java.lang.Object', elements);

/** The Java expression of each vector, rebuilt. HashMap entries are in the order Java's hashing gave them. */
const ENCODED: Readonly<Record<string, JavaValue>> = {
  'Object[]{}': objects(),
  'Object[]{"ks",HashMap}': objects(
    'ks',
    java.map([
      ['parallelism', 'parallel'],
      ['primaryRange', 'true'],
    ]),
  ),
  'Object[]{"ks",LinkedHashMap}': objects(
    'ks',
    java.linkedMap([
      ['k1', 'v1'],
      ['k2', 'v2'],
    ]),
  ),
  'Object[]{String[]{"a","b"}}': objects(java.array('java.lang.String', ['a', 'b'])),
  'Object[]{ArrayList[a,b]}': objects(java.list(['a', 'b'])),
  'Object[]{HashSet[a]}': objects(java.set(['a'])),
  'Object[]{LinkedHashSet[a,b]}': objects(java.linkedSet(['a', 'b'])),
  'Object[]{List.of(a)}': objects(java.listOf(['a'])),
  "Object[]{true,1,2L,1.5f,2.5d,(short)3,(byte)4,'c'}": objects(
    java.boolean(true),
    java.int(1),
    java.long(2n),
    java.float(1.5),
    java.double(2.5),
    java.short(3),
    java.byte(4),
    java.char('c'),
  ),
  'Object[]{null,"x","x"}': objects(null, 'x', 'x'),
  'Object[]{int[]{1,2},long[]{3},byte[]{5},boolean[]{true}}': objects(
    java.ints([1, 2]),
    java.longs([3]),
    java.bytes(Uint8Array.of(5)),
    java.booleans([true]),
  ),
  'Object[]{Date(5)}': objects(java.date(new Date(5))),
  'Object[]{UUID}': objects(java.uuid('01234567-89ab-cdef-fedc-ba9876543210')),
  'Object[]{ObjectName}': objects(java.objectName('a:b=c')),
  'Attribute(Name,"v")': java.attribute('Name', 'v'),
  'Attribute(Count,5)': java.attribute('Count', java.int(5)),
  'Attribute(B,true)': java.attribute('B', java.boolean(true)),
  'AttributeList[Attribute(Name,"v")]': java.attributeList([java.attribute('Name', 'v')]),
  'NotificationFilterSupport[progress,repair]': java.notificationTypeFilter(['progress', 'repair']),
  'NotificationFilterSupport[JMX.mbean.unregistered]': java.notificationTypeFilter(['JMX.mbean.unregistered']),
  'Query.isInstanceOf("a.B")': java.isInstanceOf('a.B'),
  'é\\0😀 string': objects('é\0😀'),
};

describe('values as a JVM encodes them', () => {
  const encodable = VECTORS.filter(({ kind, name }) => kind === 'encode' && name !== 'null');

  it('are 22, and null which has no bytes', () => {
    expect(encodable.map(({ name }) => name).sort()).toEqual(Object.keys(ENCODED).sort());
  });

  it.each(encodable.map((vector) => [vector.name, vector] as const))(
    '%s has the same bytes and hash',
    (name, golden) => {
      const bytes = marshalledBytes(ENCODED[name] as JavaValue);
      expect(bytes.toString('hex')).toBe(golden.bytes.toString('hex'));
      expect(marshalledHash(bytes)).toBe(Number(golden.hash));
    },
  );
});

it('every class description has a distinct name', () => {
  const names = Object.values(CLASSES).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
