import { JmxDecodeError, JmxEncodeError, JmxErrorCode } from '../errors.js';

/**
 * Java's "modified UTF-8" (JVM specification 4.4.7): U+0000 takes two bytes and characters beyond U+FFFF are two
 * three-byte surrogates. `TextDecoder` and `Buffer` reject or mangle both, hence the code here.
 */
export function decodeModifiedUtf8(bytes: Buffer, start = 0, end = bytes.length): string {
  for (let index = start; index < end; index++) {
    if ((bytes[index] as number) >= 0x80) return decodeMixed(bytes.subarray(start, end), index - start);
  }
  return bytes.toString('latin1', start, end);
}

/** String.fromCharCode takes its arguments on the stack, so long strings are built in pieces. */
const PIECE = 4096;

function decodeMixed(bytes: Buffer, asciiLength: number): string {
  let text = bytes.toString('latin1', 0, asciiLength);
  let units: number[] = [];
  let at = asciiLength;
  while (at < bytes.length) {
    const size = sequenceLength(bytes[at] as number);
    if (size === 0 || at + size > bytes.length) throw malformed();
    units.push(readUnit(bytes, at, size));
    at += size;
    if (units.length === PIECE) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if ((first & 0xe0) === 0xc0) return 2;
  return (first & 0xf0) === 0xe0 ? 3 : 0;
}

function readUnit(bytes: Buffer, at: number, size: number): number {
  const first = bytes[at] as number;
  if (size === 1) return first;
  const second = continuation(bytes[at + 1]);
  if (size === 2) return ((first & 0x1f) << 6) | second;
  return ((first & 0x0f) << 12) | (second << 6) | continuation(bytes[at + 2]);
}

function continuation(byte: number | undefined): number {
  if (byte === undefined || (byte & 0xc0) !== 0x80) throw malformed();
  return byte & 0x3f;
}

function malformed(): JmxDecodeError {
  return new JmxDecodeError(JmxErrorCode.DecodeFailed, 'A string in the reply is not valid modified UTF-8');
}

export function encodeModifiedUtf8(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(modifiedUtf8Length(text));
  let at = 0;
  for (let index = 0; index < text.length; index++) at = writeUnit(bytes, at, text.charCodeAt(index));
  return bytes;
}

function modifiedUtf8Length(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) length += unitLength(text.charCodeAt(index));
  return length;
}

function unitLength(unit: number): number {
  if (unit !== 0 && unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}

function writeUnit(bytes: Buffer, at: number, unit: number): number {
  switch (unitLength(unit)) {
    case 1:
      bytes[at] = unit;
      return at + 1;
    case 2:
      bytes[at] = 0xc0 | (unit >> 6);
      bytes[at + 1] = 0x80 | (unit & 0x3f);
      return at + 2;
    default:
      bytes[at] = 0xe0 | (unit >> 12);
      bytes[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at + 2] = 0x80 | (unit & 0x3f);
      return at + 3;
  }
}

/** A two-byte length and the text: `DataOutput.writeUTF`. */
export function encodeUtf(text: string): Buffer {
  const bytes = encodeModifiedUtf8(text);
  if (bytes.length > 0xffff) throw new JmxEncodeError(`Text of ${bytes.length} bytes is too long for writeUTF`);
  const length = Buffer.allocUnsafe(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
