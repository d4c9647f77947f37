/** A buffer that doubles when it is full. */
export class GrowingBuffer {
  private bytes = Buffer.allocUnsafe(512);
  private used = 0;

  private reserve(count: number): number {
    const at = this.used;
    this.used += count;
    if (this.used > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used));
      this.bytes.copy(larger, 0, 0, at);
      this.bytes = larger;
    }
    return at;
  }

  get length(): number {
    return this.used;
  }

  uint8(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  uint16(value: number): void {
    const at = this.reserve(2);
    this.bytes.writeUInt16BE(value & 0xffff, at);
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.bytes.writeInt32BE(value | 0, at);
  }

  int64(value: bigint): void {
    const at = this.reserve(8);
    this.bytes.writeBigInt64BE(BigInt.asIntN(64, value), at);
  }

  float(value: number): void {
    const at = this.reserve(4);
    this.bytes.writeFloatBE(value, at);
  }

  double(value: number): void {
    const at = this.reserve(8);
    this.bytes.writeDoubleBE(value, at);
  }

  append(bytes: Buffer): void {
    const at = this.reserve(bytes.length);
    bytes.copy(this.bytes, at);
  }

  /** A copy of what was written so far. */
  toBuffer(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.used));
  }

  clear(): void {
    this.used = 0;
  }
}
