import { JmxEncodeError } from '../errors.js';
import { ObjectName } from '../object-name/object-name.js';
import { type Entries, java } from './java-builders.js';
import { JavaArray, JavaEnum, JavaObject, type JavaValue } from './java-value.js';

/**
 * Turns plain JavaScript values into Java ones, led by the type a signature names. A value already made with a `java`
 * builder passes unchanged.
 *
 * @throws JmxEncodeError when the value does not fit the type; `where` names the value in its message.
 */
export function toJavaValue(value: unknown, javaType: string, where: string): JavaValue {
  if (value === null || value === undefined) return nullAs(javaType, where);
  if (isJavaValue(value)) return value;
  try {
    return javaType.startsWith('[') ? toArray(value, javaType, where) : convert(value, javaType, where);
  } catch (error) {
    if (error instanceof RangeError) throw new JmxEncodeError(`${where}: the value is cyclic or nested too deeply`);
    if (error instanceof JmxEncodeError && !error.message.startsWith(where)) {
      throw new JmxEncodeError(`${where}: ${error.message}`);
    }
    throw error;
  }
}

const PRIMITIVES: ReadonlySet<string> = new Set(['boolean', 'byte', 'char', 'short', 'int', 'long', 'float', 'double']);

function nullAs(javaType: string, where: string): null {
  if (PRIMITIVES.has(javaType)) throw new JmxEncodeError(`${where}: null does not fit the primitive type ${javaType}`);
  return null;
}

function isJavaValue(value: unknown): value is JavaObject | JavaArray | JavaEnum {
  return value instanceof JavaObject || value instanceof JavaArray || value instanceof JavaEnum;
}

type Converter = (value: unknown, where: string) => JavaValue;

const CONVERTERS: Readonly<Record<string, Converter>> = {
  boolean: only('boolean', java.boolean),
  byte: only('number', java.byte),
  char: only('string', java.char),
  short: only('number', java.short),
  int: only('number', java.int),
  long: toLong,
  float: only('number', java.float),
  double: only('number', java.double),
  'java.lang.Boolean': only('boolean', java.boolean),
  'java.lang.Byte': only('number', java.byte),
  'java.lang.Character': only('string', java.char),
  'java.lang.Short': only('number', java.short),
  'java.lang.Integer': only('number', java.int),
  'java.lang.Long': toLong,
  'java.lang.Float': only('number', java.float),
  'java.lang.Double': only('number', java.double),
  'java.lang.String': only('string', (text: string) => text),
  'java.lang.CharSequence': only('string', (text: string) => text),
  'java.util.UUID': only('string', java.uuid),
  'java.util.Date': instance(Date, java.date),
  'javax.management.ObjectName': (value) => java.objectName(ObjectName.of(value as string | ObjectName)),
  'java.util.List': toList,
  'java.util.Collection': toList,
  'java.lang.Iterable': toList,
  'java.util.ArrayList': toList,
  'java.util.Set': (value, where) => java.set(elementsOf(value, where)),
  'java.util.HashSet': (value, where) => java.set(elementsOf(value, where)),
  'java.util.LinkedHashSet': (value, where) => java.linkedSet(elementsOf(value, where)),
  'java.util.Map': (value, where) => java.map(entriesOf(value, where)),
  'java.util.HashMap': (value, where) => java.map(entriesOf(value, where)),
  'java.util.LinkedHashMap': (value, where) => java.linkedMap(entriesOf(value, where)),
};

function convert(value: unknown, javaType: string, where: string): JavaValue {
  const converter = CONVERTERS[javaType];
  if (converter !== undefined) return converter(value, where);
  return inferJavaValue(value, where, javaType);
}

type Typeof = { boolean: boolean; number: number; string: string };

function only<K extends keyof Typeof>(type: K, build: (value: Typeof[K]) => JavaValue): Converter {
  return (value, where) => {
    if (typeof value !== type) throw new JmxEncodeError(`${where}: a ${type} is needed, not ${describe(value)}`);
    return build(value as Typeof[K]);
  };
}

function instance<T>(type: new (...args: never[]) => T, build: (value: T) => JavaValue): Converter {
  return (value, where) => {
    if (!(value instanceof type))
      throw new JmxEncodeError(`${where}: a ${type.name} is needed, not ${describe(value)}`);
    return build(value);
  };
}

function toLong(value: unknown, where: string): JavaValue {
  if (typeof value === 'bigint' || typeof value === 'number') return java.long(value);
  throw new JmxEncodeError(`${where}: a bigint or number is needed, not ${describe(value)}`);
}

function toList(value: unknown, where: string): JavaValue {
  return java.list(elementsOf(value, where));
}

function elementsOf(value: unknown, where: string): JavaValue[] {
  if (!Array.isArray(value) && !(value instanceof Set)) {
    throw new JmxEncodeError(`${where}: an array or Set is needed, not ${describe(value)}`);
  }
  return [...(value as Iterable<unknown>)].map((element, index) => inferJavaValue(element, `${where}[${index}]`));
}

function entriesOf(value: unknown, where: string): Entries {
  if (!(value instanceof Map) && !isPlainObject(value)) {
    throw new JmxEncodeError(`${where}: a Map or plain object is needed, not ${describe(value)}`);
  }
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
  return entries.map(([key, item]) => [
    inferJavaValue(key, `${where} key`),
    inferJavaValue(item, `${where}[${String(key)}]`),
  ]);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const PRIMITIVE_ARRAYS: Readonly<Record<string, (elements: readonly unknown[]) => JavaArray>> = {
  '[Z': (elements) => java.booleans(elements.map((element) => element === true)),
  '[C': (elements) => java.chars(elements as string[]),
  '[S': (elements) => java.shorts(elements as number[]),
  '[I': (elements) => java.ints(elements as number[]),
  '[J': (elements) => java.longs(elements as (bigint | number)[]),
  '[F': (elements) => java.floats(elements as number[]),
  '[D': (elements) => java.doubles(elements as number[]),
};

const ELEMENT_TYPEOF: Readonly<Record<string, readonly string[]>> = {
  '[Z': ['boolean'],
  '[C': ['string'],
  '[S': ['number'],
  '[I': ['number'],
  '[J': ['bigint', 'number'],
  '[F': ['number'],
  '[D': ['number'],
};

function toArray(value: unknown, javaType: string, where: string): JavaValue {
  if (javaType === '[B' && value instanceof Uint8Array) return java.bytes(value);
  if (!Array.isArray(value)) throw new JmxEncodeError(`${where}: an array is needed, not ${describe(value)}`);
  if (javaType === '[B') return java.bytes(signedBytes(value, where));
  const primitive = PRIMITIVE_ARRAYS[javaType];
  if (primitive === undefined) return objectArray(value, javaType, where);
  value.forEach((element: unknown, index) => {
    if (ELEMENT_TYPEOF[javaType]?.includes(typeof element) !== true) {
      throw new JmxEncodeError(`${where}[${index}]: ${describe(element)} does not fit ${javaType}`);
    }
  });
  return primitive(value);
}

function signedBytes(elements: readonly unknown[], where: string): Buffer {
  return Buffer.from(
    elements.map((element, index) => {
      if (Number.isInteger(element) && (element as number) >= -128 && (element as number) <= 255) {
        return (element as number) & 0xff;
      }
      throw new JmxEncodeError(`${where}[${index}]: ${describe(element)} is no byte`);
    }),
  );
}

function objectArray(elements: readonly unknown[], javaType: string, where: string): JavaArray {
  const elementType = javaType.startsWith('[[') ? javaType.slice(1) : javaType.slice(2, -1);
  return java.array(
    elementType,
    elements.map((element, index) => toJavaValue(element, elementType, `${where}[${index}]`)),
  );
}

const INT_MIN = -2_147_483_648;
const INT_MAX = 2_147_483_647;

/**
 * The Java form of a value where no type is known, such as the elements of a List: text is String, a bigint is Long, a
 * number is Integer when it fits and Double otherwise, arrays, Sets, Maps and plain objects are ArrayList, HashSet and
 * HashMap.
 */
export function inferJavaValue(value: unknown, where: string, javaType = 'java.lang.Object'): JavaValue {
  if (value === null || value === undefined) return null;
  if (isJavaValue(value)) return value;
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return java.boolean(value);
    case 'bigint':
      return java.long(value);
    case 'number':
      return Number.isInteger(value) && value >= INT_MIN && value <= INT_MAX ? java.int(value) : java.double(value);
    default:
      return inferObject(value, where, javaType);
  }
}

function inferObject(value: unknown, where: string, javaType: string): JavaValue {
  if (value instanceof Date) return java.date(value);
  if (value instanceof ObjectName) return java.objectName(value);
  if (value instanceof Uint8Array) return java.bytes(value);
  if (Array.isArray(value)) return java.list(elementsOf(value, where));
  if (value instanceof Set) return java.set(elementsOf(value, where));
  if (value instanceof Map || isPlainObject(value)) return java.map(entriesOf(value, where));
  throw new JmxEncodeError(`${where}: ${describe(value)} has no Java form for ${javaType}; use a builder of \`java\``);
}

/** Never the value itself: it may be a secret, and the message ends up in logs. */
function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return `a ${typeof value}`;
  return `an object of class ${value.constructor?.name ?? 'Object'}`;
}
