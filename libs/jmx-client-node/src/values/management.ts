import { ObjectName } from '../object-name/object-name.js';
import { CustomData } from '../serialization/custom-data.js';
import { type RawObject } from '../serialization/raw-values.js';
import { arrayOf } from './collections.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

/** A value and the name of the attribute it belongs to. */
export interface MBeanAttribute {
  readonly name: string;
  readonly value: unknown;
}

/** An MBean by name and class. */
export interface ObjectInstance {
  readonly objectName: ObjectName;
  /** Java class of the MBean; null when the server did not tell. */
  readonly className: string | null;
}

/** What every feature of an MBean has. */
export interface MBeanFeatureInfo {
  readonly name: string;
  readonly description: string | null;
  /** Further facts, e.g. `openType` or `deprecated`. */
  readonly descriptor: Readonly<Record<string, unknown>>;
}

export interface MBeanAttributeInfo extends MBeanFeatureInfo {
  /** Java type, e.g. `long` or `java.util.Map`. */
  readonly type: string;
  readonly readable: boolean;
  readonly writable: boolean;
  /** True when the getter is called `isX`. */
  readonly isIs: boolean;
}

export interface MBeanParameterInfo extends MBeanFeatureInfo {
  /** The name to use in the signature of `invoke`. */
  readonly type: string;
}

export interface MBeanOperationInfo extends MBeanFeatureInfo {
  readonly returnType: string;
  readonly parameters: readonly MBeanParameterInfo[];
  readonly impact: 'info' | 'action' | 'action-info' | 'unknown';
}

export interface MBeanConstructorInfo extends MBeanFeatureInfo {
  readonly parameters: readonly MBeanParameterInfo[];
}

export interface MBeanNotificationInfo extends MBeanFeatureInfo {
  /** Types of the notifications it sends. */
  readonly types: readonly string[];
}

/** Everything an MBean says about itself. */
export interface MBeanInfo {
  readonly className: string;
  readonly description: string | null;
  readonly attributes: readonly MBeanAttributeInfo[];
  readonly operations: readonly MBeanOperationInfo[];
  readonly constructors: readonly MBeanConstructorInfo[];
  readonly notifications: readonly MBeanNotificationInfo[];
  readonly descriptor: Readonly<Record<string, unknown>>;
}

/** `javax.management.Notification` as received. */
export interface JmxNotification {
  /** Class of the notification, e.g. `javax.management.Notification`. */
  readonly javaClass: string;
  readonly type: string;
  readonly message: string | null;
  /** What the emitter set: the ObjectName of the MBean, or any value of its choice. */
  readonly source: unknown;
  /** The emitter's own numbering; says nothing about loss. */
  readonly sequenceNumber: bigint;
  /** Milliseconds since 1970. */
  readonly timeStampMs: number;
  readonly userData: unknown;
  /** Fields that subclasses add, e.g. `attributeName` and `newValue` of an AttributeChangeNotification. */
  readonly extra: Readonly<Record<string, unknown>>;
}

const MBEAN_FEATURE_INFO = 'javax.management.MBeanFeatureInfo';
const MBEAN_INFO = 'javax.management.MBeanInfo';
const NOTIFICATION = 'javax.management.Notification';

function objectName(object: RawObject): ObjectName {
  return new ObjectName(String(new CustomData(object.part('javax.management.ObjectName')).object()));
}

function text(object: RawObject, field: string): string {
  return String(object.field(field) ?? '');
}

function textOrNull(object: RawObject, field: string): string | null {
  const value = object.field(field);
  return typeof value === 'string' ? value : null;
}

function list<T>(object: RawObject, mapping: Mapping, field: string): T[] {
  const value = mapping.value(object.field(field));
  return value === null ? [] : (arrayOf(value) as T[]);
}

/** A byte says in which form the descriptor follows; peers older than Java 5 write nothing. */
function descriptor(object: RawObject, mapping: Mapping, className: string): Record<string, unknown> {
  const data = new CustomData(object.part(className));
  if (!data.atBlock) return {};
  if (data.int8() === 1) return pairs(mapping.value(data.object()), mapping.value(data.object()));
  const value = data.atObject ? mapping.value(data.object()) : null;
  return isRecord(value) ? value : {};
}

function pairs(names: unknown, values: unknown): Record<string, unknown> {
  const list = arrayOf(values);
  return Object.fromEntries(arrayOf(names).map((name, index) => [String(name), list[index]]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function feature(object: RawObject, mapping: Mapping): MBeanFeatureInfo {
  return {
    name: text(object, 'name'),
    description: textOrNull(object, 'description'),
    descriptor: descriptor(object, mapping, MBEAN_FEATURE_INFO),
  };
}

function attributeInfo(object: RawObject, mapping: Mapping): MBeanAttributeInfo {
  return {
    ...feature(object, mapping),
    type: text(object, 'attributeType'),
    readable: object.field('isRead') === true,
    writable: object.field('isWrite') === true,
    isIs: object.field('is') === true,
  };
}

const IMPACTS = ['info', 'action', 'action-info', 'unknown'] as const;

function operationInfo(object: RawObject, mapping: Mapping): MBeanOperationInfo {
  return {
    ...feature(object, mapping),
    returnType: text(object, 'type'),
    parameters: list(object, mapping, 'signature'),
    impact: IMPACTS[Number(object.field('impact'))] ?? 'unknown',
  };
}

function mbeanInfo(object: RawObject, mapping: Mapping): MBeanInfo {
  return {
    className: text(object, 'className'),
    description: textOrNull(object, 'description'),
    attributes: list(object, mapping, 'attributes'),
    operations: list(object, mapping, 'operations'),
    constructors: list(object, mapping, 'constructors'),
    notifications: list(object, mapping, 'notifications'),
    descriptor: descriptor(object, mapping, MBEAN_INFO),
  };
}

function notification(object: RawObject, mapping: Mapping): JmxNotification {
  const own = object.part(NOTIFICATION)?.fields;
  const message = own?.get('message');
  return {
    javaClass: object.className,
    type: String(own?.get('type') ?? ''),
    message: typeof message === 'string' ? message : null,
    source: mapping.value(own?.get('source')),
    sequenceNumber: BigInt((own?.get('sequenceNumber') ?? 0n) as bigint),
    timeStampMs: Number(own?.get('timeStamp') ?? 0),
    userData: mapping.value(own?.get('userData')),
    extra: extraFields(object, mapping),
  };
}

function extraFields(object: RawObject, mapping: Mapping): Record<string, unknown> {
  const at = object.parts.findIndex((part) => part.description.name === NOTIFICATION);
  const added = object.parts.slice(at + 1).flatMap((part) => [...part.fields]);
  return Object.fromEntries(added.map(([name, value]) => [name, mapping.value(value)]));
}

export const MANAGEMENT_READERS: Readonly<Record<string, ClassReader>> = {
  'javax.management.ObjectName': objectName,
  'javax.management.ObjectInstance': (object, mapping): ObjectInstance => ({
    objectName: mapping.value(object.field('name')) as ObjectName,
    className: textOrNull(object, 'className'),
  }),
  'javax.management.Attribute': (object, mapping): MBeanAttribute => ({
    name: text(object, 'name'),
    value: mapping.value(object.field('value')),
  }),
  [MBEAN_INFO]: mbeanInfo,
  'javax.management.MBeanAttributeInfo': attributeInfo,
  'javax.management.MBeanOperationInfo': operationInfo,
  'javax.management.MBeanParameterInfo': (object, mapping): MBeanParameterInfo => ({
    ...feature(object, mapping),
    type: text(object, 'type'),
  }),
  'javax.management.MBeanConstructorInfo': (object, mapping): MBeanConstructorInfo => ({
    ...feature(object, mapping),
    parameters: list(object, mapping, 'signature'),
  }),
  'javax.management.MBeanNotificationInfo': (object, mapping): MBeanNotificationInfo => ({
    ...feature(object, mapping),
    types: list(object, mapping, 'types'),
  }),
  'javax.management.ImmutableDescriptor': (object, mapping) =>
    pairs(mapping.value(object.field('names')), mapping.value(object.field('values'))),
  'javax.management.modelmbean.DescriptorSupport': (object, mapping) => {
    const map = mapping.value(object.field('descriptor'));
    return map instanceof Map ? Object.fromEntries(map as Map<string, unknown>) : {};
  },
  [NOTIFICATION]: notification,
};
