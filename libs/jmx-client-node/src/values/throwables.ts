import { lineage, RawArray, RawObject, type RawPrimitive, type RawValue } from '../serialization/raw-values.js';
import { JavaThrowable, MAX_CHAIN, WRAPPED_EXCEPTION_FIELD } from './java-throwable.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

function throwable(object: RawObject, mapping: Mapping): JavaThrowable {
  const result = mapping.remember(object, new JavaThrowable());
  result.classNames = lineage(object.description)
    .map(({ name }) => name)
    .reverse();
  const fields = object.part('java.lang.Throwable')?.fields;
  const message = fields?.get('detailMessage');
  result.message = typeof message === 'string' ? message : null;
  result.stackTrace = frames(fields?.get('stackTrace'));
  result.cause = causeOf(wrapped(object) ?? fields?.get('cause'), mapping);
  const suppressed = mapping.value(fields?.get('suppressedExceptions'));
  result.suppressed = Array.isArray(suppressed)
    ? suppressed.filter((item): item is JavaThrowable => item instanceof JavaThrowable)
    : [];
  return result;
}

/** Java marks "no cause" by a cause that is the exception itself; longer circles and endless chains are cut as well. */
function causeOf(raw: RawValue | RawPrimitive | undefined, mapping: Mapping): JavaThrowable | null {
  if (mapping.isUnderway(raw)) return null;
  const cause = mapping.value(raw);
  return cause instanceof JavaThrowable && cause.chain().length < MAX_CHAIN ? cause : null;
}

/** The exception inside a JMX or RMI wrapper, which sits in a field of the wrapper's class. */
function wrapped(object: RawObject): RawObject | null {
  for (const { description, fields } of object.parts) {
    const name = WRAPPED_EXCEPTION_FIELD[description.name];
    const value = name === undefined ? undefined : fields.get(name);
    if (value instanceof RawObject) return value;
  }
  return null;
}

function frames(stackTrace: unknown): string[] {
  if (!(stackTrace instanceof RawArray)) return [];
  return stackTrace.elements.filter((frame) => frame instanceof RawObject).map(frameText);
}

const NATIVE_METHOD = -2;
const HIDE_CLASS_LOADER = 1;
const HIDE_MODULE_VERSION = 2;

/** `StackTraceElement.toString()`; Java 8 has neither modules nor loader names. */
function frameText(frame: RawObject): string {
  const text = (name: string) => String(frame.field(name) ?? '');
  const format = Number(frame.field('format') ?? 0);
  const loader = format & HIDE_CLASS_LOADER || text('classLoaderName') === '' ? '' : `${text('classLoaderName')}/`;
  const version = format & HIDE_MODULE_VERSION || text('moduleVersion') === '' ? '' : `@${text('moduleVersion')}`;
  const module = text('moduleName') === '' ? '' : `${text('moduleName')}${version}/`;
  const prefix = module === '' && loader !== '' ? `${loader}/` : loader + module;
  return `${prefix}${text('declaringClass')}.${text('methodName')}(${location(frame)})`;
}

function location(frame: RawObject): string {
  const file = frame.field('fileName');
  const line = Number(frame.field('lineNumber'));
  if (line === NATIVE_METHOD) return 'Native Method';
  if (typeof file !== 'string') return 'Unknown Source';
  return line >= 0 ? `${file}:${line}` : file;
}

export const THROWABLE_READERS: Readonly<Record<string, ClassReader>> = {
  'java.lang.Throwable': throwable,
  'java.lang.StackTraceElement': frameText,
};
