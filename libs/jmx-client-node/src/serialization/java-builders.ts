import { JmxEncodeError } from '../errors.js';
import { type ObjectName } from '../object-name/object-name.js';
import { arrayClass, CLASSES, type ClassSpec, enumClass } from './class-spec.js';
import { type FieldValue, JavaArray, JavaEnum, JavaObject, type JavaValue } from './java-value.js';
import { type StreamWriter } from './stream-writer.js';

/**
 * Builders for parameters whose Java class must be exact. Needed where the signature says too little, e.g. the elements
 * of a `java.util.List` that must be `Long`; everywhere else plain JavaScript values do.
 */
export const java = {
  boolean: (value: boolean): JavaObject => boxed(CLASSES.Boolean, value),
  byte: (value: number): JavaObject => boxed(CLASSES.Byte, integer(value, 'byte', -128, 127)),
  short: (value: number): JavaObject => boxed(CLASSES.Short, integer(value, 'short', -32_768, 32_767)),
  int: (value: number): JavaObject => boxed(CLASSES.Integer, integer(value, 'int', -2_147_483_648, 2_147_483_647)),
  long: (value: bigint | number): JavaObject => boxed(CLASSES.Long, long(value)),
  float: (value: number): JavaObject => boxed(CLASSES.Float, value),
  double: (value: number): JavaObject => boxed(CLASSES.Double, value),
  char: (value: string): JavaObject => boxed(CLASSES.Character, char(value)),
  /** `java.util.ArrayList` */
  list: (elements: readonly JavaValue[]): JavaObject => arrayList(CLASSES.ArrayList, elements),
  /** What `java.util.List.of` sends: unmodifiable, no nulls. Unknown to Java 8. */
  listOf: (elements: readonly JavaValue[]): JavaObject => collSer(elements),
  /** `java.util.HashSet` */
  set: (elements: readonly JavaValue[]): JavaObject => hashSet(CLASSES.HashSet, elements),
  /** `java.util.LinkedHashSet` */
  linkedSet: (elements: readonly JavaValue[]): JavaObject => hashSet(CLASSES.LinkedHashSet, elements),
  /** `java.util.HashMap` */
  map: (entries: Entries): JavaObject => hashMap(CLASSES.HashMap, entries),
  /** `java.util.LinkedHashMap` */
  linkedMap: (entries: Entries): JavaObject => hashMap(CLASSES.LinkedHashMap, entries),
  /** An array of objects; `elementClass` as `Class.getName()` gives it, e.g. `java.lang.String`. */
  array: (elementClass: string, elements: readonly JavaValue[]): JavaArray =>
    new JavaArray(arrayClass(`[${elementClass.startsWith('[') ? elementClass : `L${elementClass};`}`), elements),
  bytes: (bytes: Uint8Array): JavaArray => new JavaArray(arrayClass('[B'), Buffer.from(bytes)),
  booleans: (values: readonly boolean[]): JavaArray => new JavaArray(arrayClass('[Z'), values),
  shorts: (values: readonly number[]): JavaArray =>
    new JavaArray(arrayClass('[S'), checked(values, 'short', -32_768, 32_767)),
  ints: (values: readonly number[]): JavaArray =>
    new JavaArray(arrayClass('[I'), checked(values, 'int', -2_147_483_648, 2_147_483_647)),
  longs: (values: readonly (bigint | number)[]): JavaArray => new JavaArray(arrayClass('[J'), values.map(long)),
  floats: (values: readonly number[]): JavaArray => new JavaArray(arrayClass('[F'), values),
  doubles: (values: readonly number[]): JavaArray => new JavaArray(arrayClass('[D'), values),
  chars: (values: readonly string[]): JavaArray => new JavaArray(arrayClass('[C'), values.map(char)),
  /** `java.util.Date` */
  date: (value: Date): JavaObject => date(value),
  /** `java.util.UUID` from its usual text. */
  uuid: (value: string): JavaObject => uuid(value),
  /** A constant of an enum class, e.g. `java.enum('java.util.concurrent.TimeUnit', 'SECONDS')`. */
  enum: (enumClassName: string, constant: string): JavaEnum => new JavaEnum(enumClass(enumClassName), constant),
  /** `javax.management.ObjectName` */
  objectName: (name: string | ObjectName): JavaObject =>
    part(CLASSES.ObjectName, { data: (out) => out.value(String(name)) }),
  /** `javax.management.Attribute` */
  attribute: (name: string, value: JavaValue): JavaObject => part(CLASSES.Attribute, { fields: { name, value } }),
  /** `javax.management.AttributeList` */
  attributeList: (attributes: readonly JavaObject[]): JavaObject => arrayList(CLASSES.AttributeList, attributes),
  /** A query that selects MBeans by class: `javax.management.Query.isInstanceOf`. */
  isInstanceOf: (className: string): JavaObject =>
    part(CLASSES.InstanceOfQueryExp, {
      fields: { classNameValue: part(CLASSES.StringValueExp, { fields: { val: className } }) },
    }),
  /** `javax.management.NotificationFilterSupport`: notifications whose type starts with one of the prefixes. */
  notificationTypeFilter: (typePrefixes: readonly string[]): JavaObject =>
    part(CLASSES.NotificationFilterSupport, { fields: { enabledTypes: vector(typePrefixes) } }),
  /** `javax.management.AttributeChangeNotificationFilter`: changes of the named attributes. */
  attributeChangeFilter: (attributes: readonly string[]): JavaObject =>
    part(CLASSES.AttributeChangeNotificationFilter, { fields: { enabledAttributes: vector(attributes) } }),
} as const;

export type Entries = readonly (readonly [key: JavaValue, value: JavaValue])[];

function part(
  spec: ClassSpec,
  content: { fields?: Readonly<Record<string, FieldValue>>; data?: (out: StreamWriter) => void },
): JavaObject {
  return new JavaObject(spec, { [spec.name]: content });
}

function boxed(spec: ClassSpec, value: FieldValue): JavaObject {
  return part(spec, { fields: { value } });
}

function integer(value: number, type: string, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new JmxEncodeError(`${String(value)} is no Java ${type} (an integer from ${min} to ${max})`);
}

function checked(values: readonly number[], type: string, min: number, max: number): number[] {
  return values.map((value) => integer(value, type, min, max));
}

function long(value: bigint | number): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new JmxEncodeError(`${value} is no exact Java long; pass a bigint`);
  }
  const exact = BigInt(value);
  if (exact === BigInt.asIntN(64, exact)) return exact;
  throw new JmxEncodeError(`${exact} is no Java long (64 bits)`);
}

function char(value: string): string {
  if (value.length === 1) return value;
  throw new JmxEncodeError('A Java char is exactly one UTF-16 unit');
}

function arrayList(spec: ClassSpec, elements: readonly JavaValue[]): JavaObject {
  return new JavaObject(spec, {
    [CLASSES.ArrayList.name]: {
      fields: { size: elements.length },
      data: (out) => {
        out.blockInt32(elements.length);
        elements.forEach((element) => out.value(element));
      },
    },
  });
}

const COLLSER_LIST = 1;

function collSer(elements: readonly JavaValue[]): JavaObject {
  return part(CLASSES.CollSer, {
    fields: { tag: COLLSER_LIST },
    data: (out) => {
      out.blockInt32(elements.length);
      elements.forEach((element) => out.value(element));
    },
  });
}

const LOAD_FACTOR = 0.75;

/** Size of the table Java would have for so many elements; it re-hashes on reading, so only plausibility counts. */
function buckets(elements: number): number {
  let size = 16;
  while (size * LOAD_FACTOR < elements) size *= 2;
  return size;
}

function hashMap(spec: ClassSpec, entries: Entries): JavaObject {
  const size = buckets(entries.length);
  return new JavaObject(spec, {
    [CLASSES.HashMap.name]: {
      fields: { loadFactor: LOAD_FACTOR, threshold: entries.length === 0 ? 0 : size * LOAD_FACTOR },
      data: (out) => {
        out.blockInt32(size);
        out.blockInt32(entries.length);
        entries.flat().forEach((value) => out.value(value));
      },
    },
    [CLASSES.LinkedHashMap.name]: { fields: { accessOrder: false } },
  });
}

function hashSet(spec: ClassSpec, elements: readonly JavaValue[]): JavaObject {
  return new JavaObject(spec, {
    [CLASSES.HashSet.name]: {
      data: (out) => {
        out.blockInt32(buckets(elements.length));
        out.blockFloat(LOAD_FACTOR);
        out.blockInt32(elements.length);
        elements.forEach((element) => out.value(element));
      },
    },
  });
}

const VECTOR_CAPACITY = 10;

function vector(elements: readonly string[]): JavaObject {
  const padding = Math.max(0, VECTOR_CAPACITY - elements.length);
  return part(CLASSES.Vector, {
    fields: {
      capacityIncrement: 0,
      elementCount: elements.length,
      elementData: java.array('java.lang.Object', [...elements, ...Array<null>(padding).fill(null)]),
    },
  });
}

function date(value: Date): JavaObject {
  if (Number.isNaN(value.getTime())) throw new JmxEncodeError('An invalid Date has no Java form');
  return part(CLASSES.Date, { data: (out) => out.blockInt64(BigInt(value.getTime())) });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function uuid(text: string): JavaObject {
  if (!UUID.test(text)) throw new JmxEncodeError(`${JSON.stringify(text)} is no UUID`);
  const digits = text.replaceAll('-', '');
  const half = (hex: string) => BigInt.asIntN(64, BigInt(`0x${hex}`));
  return part(CLASSES.Uuid, {
    fields: { mostSigBits: half(digits.slice(0, 16)), leastSigBits: half(digits.slice(16)) },
  });
}
