import { type RawPart, type RawValue } from './raw-values.js';
import { malformed } from './stream-reader.js';

/** Reads the custom data of one class as its `readObject` would: primitives from the blocks, objects between them. */
export class CustomData {
  private index = 0;
  private offset = 0;
  private readonly data: readonly (Buffer | RawValue)[];

  constructor(part: RawPart | undefined) {
    this.data = part?.data ?? [];
  }

  /** Primitives may straddle adjacent blocks, so the bytes are gathered. */
  bytes(count: number): Buffer {
    const pieces: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      const block = this.data[this.index];
      if (!Buffer.isBuffer(block)) throw malformed('the data of a class ends before its last field');
      const piece = block.subarray(this.offset, this.offset + missing);
      pieces.push(piece);
      missing -= piece.length;
      this.offset += piece.length;
      if (this.offset === block.length) this.next();
    }
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
  }

  private next(): void {
    this.index += 1;
    this.offset = 0;
  }

  int8(): number {
    return this.bytes(1).readInt8(0);
  }

  int32(): number {
    return this.bytes(4).readInt32BE(0);
  }

  int64(): bigint {
    return this.bytes(8).readBigInt64BE(0);
  }

  /** A size or count: never negative, and never more than there are objects left to take. */
  count(objectsEach = 1): number {
    const count = this.int32();
    if (count < 0 || count * objectsEach > this.data.length - this.index) {
      throw malformed('the data of a class announces more elements than it has');
    }
    return count;
  }

  get atObject(): boolean {
    return this.index < this.data.length && !Buffer.isBuffer(this.data[this.index]);
  }

  get atBlock(): boolean {
    return Buffer.isBuffer(this.data[this.index]);
  }

  object(): RawValue {
    const value = this.data[this.index];
    if (value === undefined || Buffer.isBuffer(value)) throw malformed('the data of a class lacks an object');
    this.next();
    return value;
  }
}
