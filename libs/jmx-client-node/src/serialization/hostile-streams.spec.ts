import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { ValueMapper } from '../values/value-mapper.js';
import { decodeStream, IncrementalDecoder } from './incremental-decoder.js';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './limits.js';
import { type RawValue } from './raw-values.js';
import { StreamAbortedByServer } from './stream-reader.js';

const hex = (...parts: string[]) => Buffer.from(parts.join('').replace(/\s/g, ''), 'hex');
const HEADER = 'aced0005';
const utf = (text: string) => Buffer.from([0, text.length]).toString('hex') + Buffer.from(text).toString('hex');

/** A class descriptor without annotation; `tail` is its superclass. */
function classDescription(name: string, flags: string, fields = '0000', tail = '70'): string {
  return `72${utf(name)}0000000000000001${flags}${fields}78${tail}`;
}

const decode = (body: string, limits: Partial<DecodeLimits> = {}) =>
  decodeStream(hex(HEADER, body), { ...DEFAULT_DECODE_LIMITS, ...limits });

describe('a stream that is not valid', () => {
  it.each([
    ['has another header', () => decodeStream(hex('cafebabe0000'))],
    ['ends too early', () => decode('74000568')],
    ['holds an unknown code', () => decode('6f')],
    ['starts an object with an end mark', () => decode('78')],
    ['resets its handles, which RMI never does', () => decode('7970')],
    ['goes on after its end', () => decode('7070')],
    ['refers to a handle that was never given', () => decode('71007e0000')],
    ['refers to a handle below the first', () => decode('7100000000')],
    [
      'takes a string for a class',
      () => decode(`75${classDescription('[Ljava.lang.Object;', '02')}0000000274000161` + '7371007e0002'),
    ],
    [
      'takes a class for an object',
      () => decode(`75${classDescription('[Ljava.lang.Object;', '02')}0000000171007e0000`),
    ],
    ['has an array of negative length', () => decode(`75${classDescription('[I', '02')}ffffffff`)],
    ['has a string of negative length', () => decode('7cffffffffffffffff')],
    ['has an array of an unknown type', () => decode(`75${classDescription('[Q', '02')}00000001`)],
    ['has an array whose class is no array', () => decode(`75${classDescription('Q', '02')}00000001`)],
    ['has a field of an unknown type', () => decode(`73${classDescription('a.B', '02', `0001 51 ${utf('f')}`)}`)],
    ['has an object without class', () => decode('7370')],
    [
      'has a class that is its own superclass',
      () => decode(`73${classDescription('a.B', '02', '0000', '71007e0000')}`),
    ],
    ['has an enum constant that is no text', () => decode(`7e${classDescription('a.E', '12')}70`)],
    ['has text that is not modified UTF-8', () => decode('740001ff')],
    ['has text that ends within a character', () => decode('740001e2')],
    ['has an Externalizable nobody knows', () => decode(`73${classDescription('a.Ext', '04')}00`)],
    ['has a java.time value of an unknown type', () => decode(`73${classDescription('java.time.Ser', '04')}63`)],
    ['claims a proxy with two billion interfaces', () => decode('737d7fffffff')],
  ])('because it %s is refused', (_, attempt) => {
    expect(attempt).toThrow(expect.objectContaining({ code: JmxErrorCode.DecodeFailed, name: 'JmxDecodeError' }));
  });
});

describe('a stream that breaks a limit', () => {
  const nested = (depth: number) => {
    const list = classDescription('[Ljava.lang.Object;', '02');
    return `75${list}00000001${'7571007e000000000001'.repeat(depth - 1)}70`;
  };

  it.each([
    ['maxDepth', nested(11), { maxDepth: 10 }],
    ['maxHandles', '7571007e0000', { maxHandles: 0 }],
    ['maxHandles', nested(11), { maxHandles: 5 }],
    ['maxStringBytes', '74000a', { maxStringBytes: 9 }],
    ['maxStringBytes', '7c7fffffffffffffff', {}],
    ['maxArrayLength', `75${classDescription('[J', '02')}0000000b`, { maxArrayLength: 10 }],
    ['maxArrayLength', `75${classDescription('[B', '02')}7fffffff`, {}],
    ['maxMessageBytes', `7400${'0a'}${'61'.repeat(10)}`, { maxMessageBytes: 12 }],
  ])('%s is refused before anything is allocated for it', (name, body, limits) => {
    const attempt = () => decode(body, limits);
    if (body.startsWith('7571')) return expect(attempt).toThrow(JmxDecodeError);
    return expect(attempt).toThrow(
      expect.objectContaining({ code: JmxErrorCode.LimitExceeded, message: expect.stringContaining(name) }),
    );
  });

  it('is accepted at the limit', () => {
    expect(decode(nested(10), { maxDepth: 10 })).toBeTruthy();
    expect(decode('74000a' + '61'.repeat(10), { maxStringBytes: 10 })).toBe('aaaaaaaaaa');
  });

  it('does not overflow the stack with superclasses of superclasses', () => {
    let chain = '70';
    for (let index = 0; index < 5_000; index++) chain = classDescription(`c${index % 9}`, '02', '0000', chain);
    expect(() => decode(`73${chain}`)).toThrow(expect.objectContaining({ code: JmxErrorCode.LimitExceeded }));
  });

  it('does not overflow the stack with a long chain of references', () => {
    const holder = `72${utf('a.B')}000000000000000102 0001 4c${utf('f')}74${utf('Ljava/lang/Object;')} 78 70`;
    const count = 3_000;
    let body = `75${classDescription('[Ljava.lang.Object;', '02')}0000${(count + 1).toString(16).padStart(4, '0')}`;
    // Elements refer to the one before; the last is mapped first because the list is read from a reference.
    body += `73${holder}70`;
    for (let index = 1; index <= count; index++) {
      body += `7371007e0002 71${(0x7e0004 + index - 1).toString(16).padStart(8, '0')}`;
    }
    const list = decode(body) as unknown as { elements: RawValue[] };
    expect(() => new ValueMapper().value(list.elements[count])).toThrow(JmxDecodeError);
  });
});

describe('any bytes whatsoever', () => {
  const vectors = readFileSync(join(__dirname, '../testdata/golden-vectors.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('decode'))
    .map((line) => Buffer.from(line.split('\t')[4] ?? '', 'hex'));
  const limits = { ...DEFAULT_DECODE_LIMITS, maxArrayLength: 10_000, maxHandles: 10_000 };

  const attempt = (bytes: Buffer): boolean => {
    try {
      const result = new IncrementalDecoder((stream) => stream.value(), limits).push(bytes);
      if (result !== null) new ValueMapper().value(result.value);
      return true;
    } catch (error) {
      return error instanceof JmxDecodeError || error instanceof StreamAbortedByServer;
    }
  };

  it('are decoded, wanted more of, or refused with a typed error', () => {
    const mutation = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...vectors), mutation, (vector, changes) => {
        const bytes = Buffer.from(vector);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return attempt(bytes);
      }),
      { numRuns: 4_000 },
    );
  });

  it('at random as well', () => {
    const codes = fc.constantFrom(...Array.from({ length: 15 }, (_, index) => 0x70 + index), 0, 1, 0x7e);
    fc.assert(
      fc.property(fc.array(fc.oneof(codes, fc.nat(255)), { maxLength: 80 }), (bytes) => attempt(Buffer.from(bytes))),
      { numRuns: 4_000 },
    );
  });
});
