import * as fc from 'fast-check';
import { JmxEncodeError } from '../errors.js';
import { ObjectName } from '../object-name/object-name.js';
import { ValueMapper } from '../values/value-mapper.js';
import { decodeStream } from './incremental-decoder.js';
import { java } from './java-builders.js';
import { marshalled, marshalledBytes } from './marshalled-object.js';
import { toJavaValue } from './parameters.js';
import { type JavaObject } from './java-value.js';

const className = (value: unknown, type: string) =>
  (toJavaValue(value, type, 'x') as JavaObject | null)?.spec?.name ?? typeof toJavaValue(value, type, 'x');

const roundTrip = (value: unknown, type = 'java.lang.Object') =>
  new ValueMapper().value(decodeStream(marshalledBytes(toJavaValue(value, type, 'x'))));

describe('a parameter', () => {
  it.each([
    [1, 'int', 'java.lang.Integer'],
    [1, 'long', 'java.lang.Long'],
    [1n, 'java.lang.Long', 'java.lang.Long'],
    [1, 'double', 'java.lang.Double'],
    [1, 'byte', 'java.lang.Byte'],
    [true, 'boolean', 'java.lang.Boolean'],
    ['x', 'char', 'java.lang.Character'],
    ['x', 'java.lang.String', 'string'],
    [['x'], '[Ljava.lang.String;', '[Ljava.lang.String;'],
    [[['x']], '[[Ljava.lang.String;', '[[Ljava.lang.String;'],
    [[1], '[J', '[J'],
    [Uint8Array.of(1), '[B', '[B'],
    [['x'], 'java.util.List', 'java.util.ArrayList'],
    [['x'], 'java.util.Set', 'java.util.HashSet'],
    [{ a: 1 }, 'java.util.Map', 'java.util.HashMap'],
    [new Map([['a', 1]]), 'java.util.LinkedHashMap', 'java.util.LinkedHashMap'],
    [new Date(0), 'java.util.Date', 'java.util.Date'],
    ['a:b=c', 'javax.management.ObjectName', 'javax.management.ObjectName'],
    [new ObjectName('a:b=c'), 'java.lang.Object', 'javax.management.ObjectName'],
    [1, 'java.lang.Object', 'java.lang.Integer'],
    [2 ** 31, 'java.lang.Object', 'java.lang.Double'],
    [1.5, 'java.lang.Number', 'java.lang.Double'],
    [java.enum('a.B', 'C'), 'a.B', 'a.B'],
    [null, 'java.lang.String', 'object'],
  ])('%p for %s becomes a %s', (value, type, expected) => {
    expect(className(value, type)).toBe(expected);
  });

  it.each([
    [1.5, 'int', /1\.5 is no Java int/],
    [2 ** 31, 'int', /no Java int/],
    [128, 'byte', /no Java byte/],
    [2 ** 53, 'long', /no exact Java long/],
    [2n ** 63n, 'long', /no Java long/],
    ['1', 'int', /a number is needed, not a string/],
    [1, 'java.lang.String', /a string is needed, not a number/],
    ['xy', 'char', /exactly one/],
    [null, 'int', /null does not fit/],
    [undefined, 'boolean', /null does not fit/],
    ['x', 'java.util.List', /an array or Set is needed/],
    [[], 'java.util.Map', /a Map or plain object is needed/],
    ['x', '[I', /an array is needed/],
    [['1'], '[I', /x\[0\]: a string does not fit \[I/],
    [[300], '[B', /x\[0\]: a number is no byte/],
    [[1], '[Ljava.lang.String;', /x\[0\]: a string is needed/],
    [new Date(NaN), 'java.util.Date', /invalid Date/],
    ['not-a-uuid', 'java.util.UUID', /is no UUID/],
    [new (class Foo {})(), 'a.Foo', /an object of class Foo has no Java form/],
    [() => 1, 'java.lang.Object', /a function has no Java form/],
    [Symbol('x'), 'java.lang.Object', /a symbol has no Java form/],
  ])('%p for %s is refused', (value, type, message) => {
    expect(() => toJavaValue(value, type, 'x')).toThrow(JmxEncodeError);
    expect(() => toJavaValue(value, type, 'x')).toThrow(message);
  });

  it('that contains itself is refused', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => toJavaValue(circle, 'java.util.List', 'x')).toThrow(/cyclic or nested too deeply/);
  });

  it('comes back as it was', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        scalar,
        fc.array(tie('tree'), { maxLength: 5 }),
        fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 5 }).map((entries) => new Map(entries)),
        fc.array(scalar, { maxLength: 5 }).map((elements) => new Set(elements)),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => expect(roundTrip(value)).toEqual(value)),
      { numRuns: 500 },
    );
  });

  it('of more than 65,535 bytes of text, or more than 1,024 of block data, comes back', () => {
    expect(roundTrip('é'.repeat(40_000))).toBe('é'.repeat(40_000));
    const numbers = Array.from({ length: 5_000 }, (_, index) => index);
    expect(roundTrip(numbers, '[I')).toEqual(numbers);
  });
});

it('a MarshalledObject of null has no bytes and the hash of Java', () => {
  const part = marshalled(null).parts['java.rmi.MarshalledObject'];
  expect(part?.fields).toEqual({ hash: 13, locBytes: null, objBytes: null });
});
