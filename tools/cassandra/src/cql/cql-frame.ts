import { BodyReader } from './body-reader.js';
import { type Consistency, consistencyCodes } from './consistency.js';
import { type CqlValue, decodeValue } from './cql-value.js';

/** Native protocol v4: every line from 3.11 to 6.0 speaks it. */
const requestVersion = 0x04;
const headerBytes = 9;
/** The protocol's own limit. */
const maxBodyBytes = 256 * 2 ** 20;

export const Opcode = {
  Error: 0x00,
  Startup: 0x01,
  Ready: 0x02,
  Authenticate: 0x03,
  Query: 0x07,
  Result: 0x08,
  AuthResponse: 0x0f,
  AuthSuccess: 0x10,
} as const;

export interface Frame {
  readonly stream: number;
  readonly opcode: number;
  readonly body: Buffer;
}

export type CqlRow = Readonly<Record<string, CqlValue>>;

/** Header: version, flags, stream (2 bytes), opcode, body length (4 bytes). */
export function encodeFrame(frame: Frame): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(requestVersion, 0);
  header.writeInt16BE(frame.stream, 2);
  header.writeUInt8(frame.opcode, 4);
  header.writeUInt32BE(frame.body.length, 5);
  return Buffer.concat([header, frame.body]);
}

/** Cuts the first frame off, or says undefined if more bytes are needed. */
export function decodeFrame(bytes: Buffer): { frame: Frame; rest: Buffer } | undefined {
  if (bytes.length < headerBytes) return undefined;
  const length = bytes.readUInt32BE(5);
  if (length > maxBodyBytes) throw new RangeError(`CQL message of ${length} bytes; the limit is ${maxBodyBytes}`);
  const end = headerBytes + length;
  if (bytes.length < end) return undefined;
  const body = withoutWarnings(bytes.readUInt8(1), bytes.subarray(headerBytes, end));
  return { frame: { stream: bytes.readInt16BE(2), opcode: bytes.readUInt8(4), body }, rest: bytes.subarray(end) };
}

/** Flag 0x08: a string list of warnings stands before the body. */
function withoutWarnings(flags: number, body: Buffer): Buffer {
  if ((flags & 0x08) === 0) return body;
  let position = 2;
  for (let left = body.readUInt16BE(0); left > 0; left -= 1) position += 2 + body.readUInt16BE(position);
  return body.subarray(position);
}

/** A string map with one entry. */
export function startupBody(): Buffer {
  return Buffer.concat([short(1), string('CQL_VERSION'), string('3.0.0')]);
}

/** SASL PLAIN: no authorisation identity, user, password, each after a zero byte. */
export function plainTokenBody(username: string, password: string): Buffer {
  const token = Buffer.from(`\0${username}\0${password}`, 'utf8');
  return Buffer.concat([int(token.length), token]);
}

/** Statement, consistency, no flags: so neither values nor paging. */
export function queryBody(statement: string, consistency: Consistency): Buffer {
  const text = Buffer.from(statement, 'utf8');
  return Buffer.concat([int(text.length), text, short(consistencyCodes[consistency]), Buffer.from([0])]);
}

export function readError(body: Buffer): { serverCode: number; message: string } {
  const reader = new BodyReader(body);
  return { serverCode: reader.int(), message: reader.string() };
}

/** Section 4.2.5: kind 2 is rows; every other kind has none. */
export function readRows(body: Buffer): CqlRow[] {
  const reader = new BodyReader(body);
  if (reader.int() !== 2) return [];
  const flags = reader.int();
  const columnCount = reader.int();
  if (flags & 0x02) reader.bytes();
  const sameTable = (flags & 0x01) !== 0;
  const skipTable = () => [reader.string(), reader.string()];
  if (sameTable) skipTable();
  const columns = Array.from({ length: columnCount }, () => {
    if (!sameTable) skipTable();
    return { name: reader.string(), type: reader.option() };
  });
  return Array.from({ length: reader.int() }, () =>
    Object.fromEntries(columns.map(({ name, type }) => [name, decodeValue(type, reader.bytes())])),
  );
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function string(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([short(bytes.length), bytes]);
}
