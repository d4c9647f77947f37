import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { decodeModifiedUtf8 } from './modified-utf8.js';

/**
 * Bytes received and not yet consumed. Chunks are joined only when a read crosses them, so a large value that arrives
 * in many pieces is copied once.
 */
export class ByteQueue {
  private chunks: Buffer[] = [];
  private head: Buffer = Buffer.alloc(0);
  private at = 0;
  private queued = 0;
  private received = 0;

  constructor(private readonly maxBytes: number) {}

  get available(): number {
    return this.head.length - this.at + this.queued;
  }

  /** Bytes that can be read without joining chunks. Reading no more than these keeps `position` valid. */
  get contiguous(): number {
    return this.head.length - this.at;
  }

  get position(): number {
    return this.at;
  }

  /** Takes back what was read since. */
  rewind(position: number): void {
    this.at = position;
  }

  push(chunk: Buffer): void {
    this.received += chunk.length;
    if (this.received > this.maxBytes) {
      throw new JmxDecodeError(JmxErrorCode.LimitExceeded, `The reply is larger than maxMessageBytes ${this.maxBytes}`);
    }
    this.chunks.push(chunk);
    this.queued += chunk.length;
  }

  /** Makes the next `count` available bytes contiguous and returns where they start in `buffer`. */
  private claim(count: number): number {
    if (this.head.length - this.at < count) this.refill(count);
    const start = this.at;
    this.at += count;
    return start;
  }

  private refill(count: number): void {
    const rest = this.head.subarray(this.at);
    const first = this.chunks[0];
    const oneIsEnough = rest.length === 0 && first !== undefined && first.length >= count;
    this.head = oneIsEnough ? first : Buffer.concat([rest, ...this.chunks]);
    this.chunks = oneIsEnough ? this.chunks.slice(1) : [];
    this.queued = this.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    this.at = 0;
  }

  /** The next byte, not consumed; at least one must be available. */
  peek(): number {
    const byte = this.uint8();
    this.at -= 1;
    return byte;
  }

  /** The `int` after the next byte, not consumed; at least five bytes must be available. */
  peekInt32AfterByte(): number {
    const start = this.claim(5);
    this.at = start;
    return this.head.readInt32BE(start + 1);
  }

  /** The unsigned `short` after the next byte, not consumed; at least three bytes must be available. */
  peekUint16AfterByte(): number {
    const start = this.claim(3);
    this.at = start;
    return this.head.readUInt16BE(start + 1);
  }

  skip(count: number): void {
    this.claim(count);
  }

  uint8(): number {
    const start = this.claim(1);
    return this.head[start] as number;
  }

  int8(): number {
    const start = this.claim(1);
    return ((this.head[start] as number) << 24) >> 24;
  }

  uint16(): number {
    const start = this.claim(2);
    return this.head.readUInt16BE(start);
  }

  int16(): number {
    const start = this.claim(2);
    return this.head.readInt16BE(start);
  }

  int32(): number {
    const start = this.claim(4);
    return this.head.readInt32BE(start);
  }

  uint32(): number {
    return this.int32() >>> 0;
  }

  int64(): bigint {
    const start = this.claim(8);
    return this.head.readBigInt64BE(start);
  }

  float(): number {
    const start = this.claim(4);
    return this.head.readFloatBE(start);
  }

  double(): number {
    const start = this.claim(8);
    return this.head.readDoubleBE(start);
  }

  /** The next bytes as text in modified UTF-8. */
  text(count: number): string {
    const start = this.claim(count);
    return decodeModifiedUtf8(this.head, start, start + count);
  }

  /** The next bytes, as a view that must not be kept beyond the decoding of one message. */
  view(count: number): Buffer {
    const start = this.claim(count);
    return this.head.subarray(start, start + count);
  }
}
