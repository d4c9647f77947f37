import * as fc from 'fast-check';
import { decodeModifiedUtf8, encodeModifiedUtf8, encodeUtf } from './modified-utf8.js';

describe('modified UTF-8', () => {
  it.each([
    ['a\0é€😀', '61c080c3a9e282aceda0bdedb880'],
    ['', ''],
    ['\u007f\u0080\u07ff\u0800\uffff', '7fc280dfbfe0a080efbfbf'],
    ['\ud800', 'eda080'],
  ])('of %j is %s', (text, bytes) => {
    expect(encodeModifiedUtf8(text).toString('hex')).toBe(bytes);
    expect(decodeModifiedUtf8(Buffer.from(bytes, 'hex'))).toBe(text);
  });

  it('brings back every text', () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(units, (text) => decodeModifiedUtf8(encodeModifiedUtf8(text)) === text));
  });

  it('brings back long texts that are not all ASCII', () => {
    const text = 'ä€'.repeat(20_000);
    expect(decodeModifiedUtf8(encodeModifiedUtf8(text))).toBe(text);
  });

  it('is limited to 65,535 bytes where the length has two', () => {
    expect(encodeUtf('x'.repeat(65_535))).toHaveLength(65_537);
    expect(() => encodeUtf('x'.repeat(65_536))).toThrow(expect.objectContaining({ code: 'JMX_ENCODE_FAILED' }));
  });
});
