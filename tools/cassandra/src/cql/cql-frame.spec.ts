import fc from 'fast-check';
import { decodeFrame, encodeFrame, type Frame, Opcode, queryBody, readError, readRows } from './cql-frame.js';

const frames = fc.record({
  stream: fc.integer({ min: 0, max: 32_767 }),
  opcode: fc.constantFrom(...Object.values(Opcode)),
  body: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
});

/** Feeds bytes in pieces, as a socket might. */
function decodeAll(pieces: readonly Buffer[]): Frame[] {
  const found: Frame[] = [];
  let bytes = Buffer.alloc(0);
  for (const piece of pieces) {
    bytes = Buffer.concat([bytes, piece]);
    for (let next = decodeFrame(bytes); next; next = decodeFrame(bytes)) {
      found.push(next.frame);
      bytes = Buffer.from(next.rest);
    }
  }
  return found;
}

describe('CQL frames', () => {
  it('come out as they went in, whole and byte by byte', () => {
    fc.assert(
      fc.property(fc.array(frames, { maxLength: 4 }), (sent) => {
        const bytes = Buffer.concat(sent.map(encodeFrame));
        expect(decodeAll([bytes])).toEqual(sent);
        expect(decodeAll([...bytes].map((byte) => Buffer.from([byte])))).toEqual(sent);
      }),
    );
  });

  it('lose the warnings in front of the body', () => {
    const warnings = Buffer.from('00020001610003626364', 'hex');
    const frame = encodeFrame({
      stream: 1,
      opcode: Opcode.Result,
      body: Buffer.concat([warnings, Buffer.from('body')]),
    });
    frame.writeUInt8(0x08, 1);
    expect(decodeFrame(frame)?.frame.body.toString()).toBe('body');
  });

  it('above the limit of the protocol are refused before they are waited for', () => {
    const frame = encodeFrame({ stream: 1, opcode: Opcode.Result, body: Buffer.alloc(0) });
    frame.writeUInt32BE(0x1000_0001, 5);
    expect(() => decodeFrame(frame)).toThrow(/268435457 bytes; the limit is 268435456/);
  });
});

describe('queryBody', () => {
  it('is the statement, the consistency level and no flags', () => {
    expect(queryBody('SELECT', 'ALL').toString('hex')).toBe('0000000653454c454354000500');
  });
});

describe('readError', () => {
  it('reads code and message', () => {
    expect(readError(Buffer.from('0000220000026e6f', 'hex'))).toEqual({ serverCode: 0x2200, message: 'no' });
  });
});

describe('readRows', () => {
  it('finds no rows in other kinds of results', () => {
    expect(readRows(Buffer.from('00000001', 'hex'))).toEqual([]);
  });

  it('reads rows whose columns share a table', () => {
    const columns = '0001 61 0009' + '0001 62 000d';
    const cells = '00000004 00000007' + '00000002 6869' + 'ffffffff' + '00000000';
    const hex = `00000002 00000001 00000002 0001 6b 0001 74 ${columns} 00000002 ${cells}`.replaceAll(' ', '');
    expect(readRows(Buffer.from(hex, 'hex'))).toEqual([
      { a: 7, b: 'hi' },
      { a: null, b: '' },
    ]);
  });

  it('reads columns that name their tables one by one', () => {
    const hex = '00000002 00000000 00000001 0001 6b 0001 74 0001 61 0004 00000001 00000001 01'.replaceAll(' ', '');
    expect(readRows(Buffer.from(hex, 'hex'))).toEqual([{ a: true }]);
  });

  it('refuses a body that ends too early', () => {
    const whole = Buffer.from('000000020000000000000001000161000162000163000900000001000000040000002a', 'hex');
    expect(readRows(whole)).toEqual([{ c: 42 }]);
    for (let length = 4; length < whole.length; length += 1) {
      expect(() => readRows(whole.subarray(0, length))).toThrow(RangeError);
    }
  });
});
