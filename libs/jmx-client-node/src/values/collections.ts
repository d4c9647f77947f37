import { CustomData } from '../serialization/custom-data.js';
import { RawArray, type RawObject, type RawPrimitive, type RawValue } from '../serialization/raw-values.js';
import { malformed } from '../serialization/stream-reader.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

/** The object a wrapper such as `Collections.unmodifiableList` wraps. */
function inside(field: string): ClassReader {
  return (object, mapping) => mapping.value(object.field(field));
}

/** A collection whose class wrote a count and the elements. */
function elementsOf(className: string): ClassReader {
  return (object, mapping) => {
    const data = new CustomData(object.part(className));
    return fillArray(object, mapping, data, data.count());
  };
}

function fillArray(object: RawObject, mapping: Mapping, data: CustomData, count: number): unknown[] {
  const array = mapping.remember<unknown[]>(object, []);
  for (let index = 0; index < count; index++) array.push(mapping.value(data.object()));
  return array;
}

function fillSet(object: RawObject, mapping: Mapping, data: CustomData, count: number): Set<unknown> {
  const set = mapping.remember(object, new Set<unknown>());
  for (let index = 0; index < count; index++) set.add(mapping.value(data.object()));
  return set;
}

function fillMap(object: RawObject, mapping: Mapping, data: CustomData, count: number): Map<unknown, unknown> {
  const map = mapping.remember(object, new Map<unknown, unknown>());
  for (let index = 0; index < count; index++) {
    const key = mapping.value(data.object());
    map.set(key, mapping.value(data.object()));
  }
  return map;
}

/** A map whose class wrote, after `skip` bytes, a count and the pairs. */
function entriesOf(className: string, skip: number): ClassReader {
  return (object, mapping) => {
    const data = new CustomData(object.part(className));
    data.bytes(skip);
    return fillMap(object, mapping, data, data.count(2));
  };
}

/** Maps that are written without their size and end in a null key. */
function entriesUntilNull(className: string): ClassReader {
  return (object, mapping) => {
    const data = new CustomData(object.part(className));
    const map = mapping.remember(object, new Map<unknown, unknown>());
    for (let key = data.object(); key !== null; key = data.object()) {
      const mapped = mapping.value(key);
      map.set(mapped, mapping.value(data.object()));
    }
    return map;
  };
}

/** A set that is written as the map behind it. */
function keysOf(field: string): ClassReader {
  return (object, mapping) => new Set(asMap(mapping.value(object.field(field))).keys());
}

function asMap(value: unknown): Map<unknown, unknown> {
  if (value instanceof Map) return value as Map<unknown, unknown>;
  throw malformed('a set or map lacks the map it is made of');
}

export function arrayOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return [...(value as Set<unknown>)];
  throw malformed('a collection lacks the array it is made of');
}

/** The elements were counted in a field; the number in the data is a capacity. */
function arrayList(object: RawObject, mapping: Mapping): unknown[] {
  const part = object.part('java.util.ArrayList');
  const data = new CustomData(part);
  data.int32();
  return fillArray(object, mapping, data, Number(part?.fields.get('size') ?? 0));
}

/** The array is padded with nulls. */
function vector(object: RawObject, mapping: Mapping): unknown[] {
  const array = object.field('elementData');
  const elements = array instanceof RawArray ? array.elements : [];
  return mapRaw(object, mapping, elements.slice(0, Number(object.field('elementCount') ?? 0)));
}

function mapRaw(object: RawObject, mapping: Mapping, elements: readonly (RawValue | RawPrimitive)[]): unknown[] {
  const array = mapping.remember<unknown[]>(object, []);
  for (const element of elements) array.push(mapping.value(element));
  return array;
}

const COLLSER_SET = 2;
const COLLSER_MAP = 3;

/** `List.of`, `Set.of`, `Map.of` and their copies. */
function collSer(object: RawObject, mapping: Mapping): unknown {
  const data = new CustomData(object.part('java.util.CollSer'));
  const count = data.count();
  switch (Number(object.field('tag')) & 0xff) {
    case COLLSER_SET:
      return fillSet(object, mapping, data, count);
    case COLLSER_MAP:
      return fillMap(object, mapping, data, count / 2);
    default:
      return fillArray(object, mapping, data, count);
  }
}

function hashSet(object: RawObject, mapping: Mapping): Set<unknown> {
  const data = new CustomData(object.part('java.util.HashSet'));
  data.bytes(8);
  return fillSet(object, mapping, data, data.count());
}

function treeSet(object: RawObject, mapping: Mapping): Set<unknown> {
  const data = new CustomData(object.part('java.util.TreeSet'));
  data.object();
  return fillSet(object, mapping, data, data.count());
}

/** More copies than this are not worth the memory: nobody sends them in good faith. */
const MAX_COPIES = 1_000_000;

function copies(object: RawObject, mapping: Mapping): unknown[] {
  const count = Number(object.field('n'));
  if (!(count >= 0 && count <= MAX_COPIES)) throw malformed(`a list repeats its element ${count} times`);
  return Array<unknown>(count).fill(mapping.value(object.field('element')));
}

function mapEntry(object: RawObject, mapping: Mapping): [key: unknown, value: unknown] {
  return [mapping.value(object.field('key')), mapping.value(object.field('value'))];
}

/** Lists become arrays, sets Sets, maps Maps; the order is the one sent. */
export const COLLECTION_READERS: Readonly<Record<string, ClassReader>> = {
  'java.util.ArrayList': arrayList,
  'java.util.LinkedList': elementsOf('java.util.LinkedList'),
  'java.util.ArrayDeque': elementsOf('java.util.ArrayDeque'),
  'java.util.concurrent.CopyOnWriteArrayList': elementsOf('java.util.concurrent.CopyOnWriteArrayList'),
  'java.util.Vector': vector,
  'java.util.Arrays$ArrayList': (object, mapping) => arrayOf(mapping.value(object.field('a'))),
  'java.util.CollSer': collSer,
  'java.util.Collections$UnmodifiableCollection': inside('c'),
  'java.util.Collections$UnmodifiableMap': inside('m'),
  'java.util.Collections$SynchronizedCollection': inside('c'),
  'java.util.Collections$SynchronizedMap': inside('m'),
  'java.util.Collections$CheckedCollection': inside('c'),
  'java.util.Collections$CheckedMap': inside('m'),
  'java.util.Collections$SingletonList': (object, mapping) => [mapping.value(object.field('element'))],
  'java.util.Collections$SingletonSet': (object, mapping) => new Set([mapping.value(object.field('element'))]),
  'java.util.Collections$SingletonMap': (object, mapping) =>
    new Map([[mapping.value(object.field('k')), mapping.value(object.field('v'))]]),
  'java.util.Collections$EmptyList': () => [],
  'java.util.Collections$EmptySet': () => new Set(),
  'java.util.Collections$EmptyMap': () => new Map(),
  'java.util.Collections$CopiesList': copies,
  'java.util.Collections$SetFromMap': keysOf('m'),
  'java.util.HashMap': entriesOf('java.util.HashMap', 4),
  'java.util.TreeMap': entriesOf('java.util.TreeMap', 0),
  'java.util.Hashtable': entriesOf('java.util.Hashtable', 4),
  'java.util.IdentityHashMap': entriesOf('java.util.IdentityHashMap', 0),
  'java.util.EnumMap': entriesOf('java.util.EnumMap', 0),
  'java.util.concurrent.ConcurrentHashMap': entriesUntilNull('java.util.concurrent.ConcurrentHashMap'),
  'java.util.concurrent.ConcurrentHashMap$KeySetView': keysOf('map'),
  'java.util.concurrent.ConcurrentSkipListMap': entriesUntilNull('java.util.concurrent.ConcurrentSkipListMap'),
  'java.util.concurrent.ConcurrentSkipListSet': keysOf('m'),
  'java.util.concurrent.CopyOnWriteArraySet': (object, mapping) => new Set(arrayOf(mapping.value(object.field('al')))),
  'java.util.HashSet': hashSet,
  'java.util.TreeSet': treeSet,
  'java.util.EnumSet$SerializationProxy': (object, mapping) =>
    new Set(arrayOf(mapping.value(object.field('elements')))),
  'java.util.AbstractMap$SimpleEntry': mapEntry,
  'java.util.AbstractMap$SimpleImmutableEntry': mapEntry,
};
