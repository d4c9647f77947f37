import { type ClassSpec } from '../serialization/class-spec.js';
import { decodeStream } from '../serialization/incremental-decoder.js';
import { java } from '../serialization/java-builders.js';
import { JavaObject, type JavaObjectPart, type JavaValue } from '../serialization/java-value.js';
import { marshalledBytes } from '../serialization/marshalled-object.js';
import { throwable } from '../testing/fake-messages.js';
import { type JavaThrowable, MAX_CHAIN } from './java-throwable.js';
import { OpaqueJavaObject } from './opaque-java-object.js';
import { type LongsAs, ValueMapper } from './value-mapper.js';

const map = (value: JavaValue, longs?: LongsAs) => new ValueMapper(longs).value(decodeStream(marshalledBytes(value)));

const OBJECT = 'Ljava/lang/Object;';

function spec(name: string, fieldName: string, superClass: ClassSpec | null = null): ClassSpec {
  const fields = [{ type: 'L', name: fieldName, typeName: OBJECT }] as const;
  return { name, serialVersionUid: 1n, flags: 0x02, fields, superClass };
}

/** An object whose fields can be set after it was made, to build circles. */
function mutable(classSpec: ClassSpec): { object: JavaObject; parts: Record<string, JavaObjectPart> } {
  const parts: Record<string, JavaObjectPart> = {};
  return { object: new JavaObject(classSpec, parts), parts };
}

describe('an object of an unknown class', () => {
  it('is described with class, superclasses and all fields', () => {
    const parent = spec('a.Parent', 'inherited');
    const object = new JavaObject(spec('a.Child', 'own', parent), {
      'a.Parent': { fields: { inherited: 'x' } },
      'a.Child': { fields: { own: java.list(['y']) } },
    });
    const value = map(object) as OpaqueJavaObject;
    expect(value).toBeInstanceOf(OpaqueJavaObject);
    expect(value).toMatchObject({ javaClass: 'a.Child', superClasses: ['a.Parent'], interfaces: [] });
    expect({ ...value.fields }).toEqual({ inherited: 'x', own: ['y'] });
  });

  it('keeps what its writeObject added', () => {
    const classSpec: ClassSpec = { name: 'a.B', serialVersionUid: 1n, flags: 0x03, fields: [], superClass: null };
    const object = new JavaObject(classSpec, {
      'a.B': { data: (out) => (out.blockInt32(5), out.value('x')) },
    });
    expect((map(object) as OpaqueJavaObject).data).toEqual([Buffer.from([0, 0, 0, 5]), 'x']);
  });

  it('may have a field called __proto__', () => {
    const value = map(new JavaObject(spec('a.B', '__proto__'), { 'a.B': { fields: { ['__proto__']: 'x' } } }));
    expect(Object.keys((value as OpaqueJavaObject).fields)).toEqual(['__proto__']);
  });

  it('whose superclass is known is read as that', () => {
    const parent: ClassSpec = {
      name: 'java.util.ArrayList',
      serialVersionUid: 1n,
      flags: 0x03,
      fields: [{ type: 'I', name: 'size' }],
      superClass: null,
    };
    const object = new JavaObject(spec('a.MyList', 'more', parent), {
      'java.util.ArrayList': { fields: { size: 1 }, data: (out) => (out.blockInt32(1), out.value('x')) },
    });
    expect(map(object)).toEqual(['x']);
  });
});

describe('objects that contain themselves', () => {
  it('end in the same object', () => {
    const { object, parts } = mutable(spec('a.Node', 'next'));
    parts['a.Node'] = { fields: { next: object } };
    const value = map(object) as OpaqueJavaObject;
    expect(value.fields['next']).toBe(value);
  });

  it('end in the same array when they are lists', () => {
    const elements: JavaValue[] = [];
    const list = java.list(elements);
    elements.push(list);
    const parts = { 'java.util.ArrayList': { fields: { size: 1 }, data: list.parts['java.util.ArrayList']?.data } };
    const self = map(new JavaObject(list.spec, { ...list.parts, ...(parts as object) }));
    expect(Array.isArray(self)).toBe(true);
  });

  it('are described when a wrapper wraps itself', () => {
    const { object, parts } = mutable(spec('java.util.Collections$UnmodifiableCollection', 'c'));
    parts[object.spec.name] = { fields: { c: object } };
    expect(map(object)).toBeInstanceOf(OpaqueJavaObject);
  });

  it('lose their cause when they are exceptions', () => {
    const { parts, object } = mutable(throwable('a.First', 'one').spec);
    const second = throwable('a.Second', 'two');
    const linked = new JavaObject(second.spec, {
      'java.lang.Throwable': { fields: { detailMessage: 'two', cause: object } },
    });
    parts['java.lang.Throwable'] = { fields: { detailMessage: 'one', cause: linked } };
    const value = map(object) as JavaThrowable;
    expect(value.chain().map(String)).toEqual(['a.First: one', 'a.Second: two']);
  });

  it('have chains of causes of bounded length', () => {
    let cause: JavaObject | null = null;
    for (let index = 0; index < 150; index++) {
      const { spec: classSpec } = throwable('a.E', null);
      cause = new JavaObject(classSpec, { 'java.lang.Throwable': { fields: { detailMessage: `${index}`, cause } } });
    }
    expect((map(cause) as JavaThrowable).chain().length).toBeLessThanOrEqual(MAX_CHAIN);
  });
});

describe('long values', () => {
  it.each([
    [5n, 5],
    [2n ** 53n - 1n, 2 ** 53 - 1],
    [2n ** 53n, 2n ** 53n],
    [-(2n ** 63n), -(2n ** 63n)],
  ])('%p arrive as bigint, or as number where that is exact', (long, relaxed) => {
    expect(map(java.long(long))).toBe(long);
    expect(map(java.long(long), 'number-when-safe')).toBe(relaxed);
  });

  it('inside collections follow the same choice', () => {
    expect(map(java.list([java.long(1), java.longs([2])]), 'number-when-safe')).toEqual([1, [2]]);
  });
});

it('a value under a known name that is not what the name says is refused as undecodable', () => {
  const liar = new JavaObject(spec('java.math.BigDecimal', 'intVal'), {
    'java.math.BigDecimal': { fields: { intVal: 'x' } },
  });
  expect(() => map(liar)).toThrow(expect.objectContaining({ code: 'JMX_DECODE_FAILED' }));
});
