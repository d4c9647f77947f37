import { type ClassSpec } from './class-spec.js';
import { GrowingBuffer } from './growing-buffer.js';
import { type FieldValue, JavaArray, JavaEnum, type JavaObject, type JavaValue } from './java-value.js';
import { encodeModifiedUtf8, encodeUtf } from './modified-utf8.js';
import { BASE_HANDLE, MAX_BLOCK_SIZE, SC, STREAM_MAGIC_AND_VERSION, TC } from './stream-constants.js';

/**
 * RMI annotates every class descriptor of a call with one object, the codebase (null for us); inside a
 * MarshalledObject the annotations live in a stream of their own and the descriptors carry none.
 */
export type StreamKind = 'rmi' | 'marshalled';

/** Writes one Java serialization stream. Primitives go to block data, merged as `ObjectOutputStream` merges them. */
export class StreamWriter {
  private readonly out = new GrowingBuffer();
  private readonly block = new GrowingBuffer();
  /** Strings by content, objects by identity. */
  private readonly handles = new Map<unknown, number>();
  private readonly classHandles = new Map<string, number>();
  private handleCount = 0;

  constructor(private readonly kind: StreamKind) {
    this.out.int32(STREAM_MAGIC_AND_VERSION);
  }

  toBuffer(): Buffer {
    this.flushBlock();
    return this.out.toBuffer();
  }

  blockBytes(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + MAX_BLOCK_SIZE - this.block.length);
      this.block.append(piece);
      at += piece.length;
      if (this.block.length === MAX_BLOCK_SIZE) this.flushBlock();
    }
  }

  blockInt32(value: number): void {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeInt32BE(value);
    this.blockBytes(bytes);
  }

  blockInt64(value: bigint): void {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeBigInt64BE(value);
    this.blockBytes(bytes);
  }

  blockFloat(value: number): void {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeFloatBE(value);
    this.blockBytes(bytes);
  }

  blockBoolean(value: boolean): void {
    this.blockBytes(Buffer.from([value ? 1 : 0]));
  }

  private flushBlock(): void {
    const { length } = this.block;
    if (length === 0) return;
    this.out.uint8(length <= 0xff ? TC.BLOCKDATA : TC.BLOCKDATALONG);
    if (length <= 0xff) this.out.uint8(length);
    else this.out.int32(length);
    this.out.append(this.block.toBuffer());
    this.block.clear();
  }

  value(value: JavaValue): void {
    this.flushBlock();
    if (value === null) this.out.uint8(TC.NULL);
    else if (!this.referenceTo(value)) this.fresh(value);
  }

  private fresh(value: string | JavaObject | JavaArray | JavaEnum): void {
    if (typeof value === 'string') this.string(value);
    else if (value instanceof JavaArray) this.array(value);
    else if (value instanceof JavaEnum) this.enumConstant(value);
    else this.object(value);
  }

  private referenceTo(target: unknown): boolean {
    const handle = this.handles.get(target);
    if (handle !== undefined) this.reference(handle);
    return handle !== undefined;
  }

  private reference(handle: number): void {
    this.out.uint8(TC.REFERENCE);
    this.out.int32(BASE_HANDLE + handle);
  }

  private remember(target: unknown): void {
    this.handles.set(target, this.handleCount++);
  }

  private string(text: string): void {
    const bytes = encodeModifiedUtf8(text);
    const isLong = bytes.length > 0xffff;
    this.out.uint8(isLong ? TC.LONGSTRING : TC.STRING);
    this.remember(text);
    if (isLong) this.out.int64(BigInt(bytes.length));
    else this.out.uint16(bytes.length);
    this.out.append(bytes);
  }

  private object(value: JavaObject): void {
    this.out.uint8(TC.OBJECT);
    this.classDescription(value.spec);
    this.remember(value);
    for (const spec of topmostFirst(value.spec)) {
      const part = value.parts[spec.name] ?? {};
      for (const field of spec.fields) this.field(field.type, part.fields?.[field.name] ?? null);
      if (spec.flags & SC.WRITE_METHOD) this.customData(part.data);
    }
  }

  private customData(write: ((out: StreamWriter) => void) | undefined): void {
    write?.(this);
    this.flushBlock();
    this.out.uint8(TC.ENDBLOCKDATA);
  }

  private array(value: JavaArray): void {
    this.out.uint8(TC.ARRAY);
    this.classDescription(value.spec);
    this.remember(value);
    this.out.int32(value.elements.length);
    if (Buffer.isBuffer(value.elements)) this.out.append(value.elements);
    else for (const element of value.elements) this.field(value.elementType, element);
  }

  private enumConstant(value: JavaEnum): void {
    this.out.uint8(TC.ENUM);
    this.classDescription(value.spec);
    this.remember(value);
    this.value(value.constant);
  }

  private field(type: string, value: FieldValue): void {
    const { out } = this;
    switch (type) {
      case 'B':
        return out.uint8(Number(value) & 0xff);
      case 'C':
        return out.uint16(String(value).charCodeAt(0));
      case 'D':
        return out.double(Number(value));
      case 'F':
        return out.float(Number(value));
      case 'I':
        return out.int32(Number(value));
      case 'J':
        return out.int64(BigInt(value as bigint | number));
      case 'S':
        return out.uint16(Number(value));
      case 'Z':
        return out.uint8(value === true ? 1 : 0);
      default:
        return this.value(value as JavaValue);
    }
  }

  private classDescription(spec: ClassSpec | null): void {
    if (spec === null) return this.out.uint8(TC.NULL);
    const described = this.classHandles.get(spec.name);
    if (described !== undefined) return this.reference(described);
    this.out.uint8(TC.CLASSDESC);
    this.out.append(encodeUtf(spec.name));
    this.out.int64(spec.serialVersionUid);
    this.classHandles.set(spec.name, this.handleCount++);
    this.out.uint8(spec.flags);
    this.fieldDescriptions(spec);
    if (this.kind === 'rmi') this.out.uint8(TC.NULL);
    this.out.uint8(TC.ENDBLOCKDATA);
    this.classDescription(spec.superClass);
  }

  private fieldDescriptions(spec: ClassSpec): void {
    this.out.uint16(spec.fields.length);
    for (const { type, name, typeName } of spec.fields) {
      this.out.uint8(type.charCodeAt(0));
      this.out.append(encodeUtf(name));
      if (typeName !== undefined) this.value(typeName);
    }
  }
}

function topmostFirst(spec: ClassSpec): ClassSpec[] {
  const specs: ClassSpec[] = [];
  for (let at: ClassSpec | null = spec; at !== null; at = at.superClass) specs.unshift(at);
  return specs;
}
