import { type RawObject } from '../serialization/raw-values.js';
import { malformed } from '../serialization/stream-reader.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

/** The type of an open value, as an MBean describes it. */
export interface OpenTypeDescription {
  /** `simple`, `array`, `composite` or `tabular` */
  readonly kind: 'simple' | 'array' | 'composite' | 'tabular';
  /** Name of the type, e.g. `java.lang.Long` or the name a composite was given. */
  readonly typeName: string;
  /** Java class of the values. */
  readonly className: string;
  readonly description: string;
}

function entries(value: unknown): [string, unknown][] {
  if (value instanceof Map) return [...(value as Map<string, unknown>)];
  throw malformed('an open value lacks its contents');
}

/** `fromEntries` defines properties, so a key called `__proto__` is only a key. */
function compositeData(object: RawObject, mapping: Mapping): Record<string, unknown> {
  return Object.fromEntries(entries(mapping.value(object.field('contents'))));
}

function tabularData(object: RawObject, mapping: Mapping): unknown[] {
  return entries(mapping.value(object.field('dataMap'))).map(([, row]) => row);
}

function openType(kind: OpenTypeDescription['kind']): ClassReader {
  return (object): OpenTypeDescription => ({
    kind,
    typeName: String(object.field('typeName')),
    className: String(object.field('className')),
    description: String(object.field('description')),
  });
}

/** CompositeData becomes a plain object, TabularData the array of its rows. */
export const OPEN_TYPE_READERS: Readonly<Record<string, ClassReader>> = {
  'javax.management.openmbean.CompositeDataSupport': compositeData,
  'javax.management.openmbean.TabularDataSupport': tabularData,
  'javax.management.openmbean.SimpleType': openType('simple'),
  'javax.management.openmbean.ArrayType': openType('array'),
  'javax.management.openmbean.CompositeType': openType('composite'),
  'javax.management.openmbean.TabularType': openType('tabular'),
};
