import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { type ByteQueue } from './byte-queue.js';
import { ClassDescriptionReader } from './class-description-reader.js';
import { ClassDataReader } from './class-data-reader.js';
import { type DecodeLimits } from './limits.js';
import { RawArray, RawClass, RawEnum, RawObject, type RawPrimitive, type RawValue } from './raw-values.js';
import { BASE_HANDLE, STREAM_MAGIC_AND_VERSION, TC } from './stream-constants.js';

/**
 * A step of decoding: yields whenever the bytes at hand do not suffice, and is resumed when more have come. A reply has
 * no length, so only parsing tells where it ends; a generator parses it once however it is cut.
 */
export type Decoding<T> = Generator<void, T, void>;

/** The server failed while it wrote the stream and appended the exception; nothing follows it. */
export class StreamAbortedByServer extends Error {
  constructor(readonly exception: RawValue) {
    super('The server could not finish the reply');
  }
}

/** Reads the contents of one Java serialization stream (specification, section 6.4). */
export class StreamReader {
  private handles: unknown[] = [];
  private handleCount = 0;
  private depth = 0;
  private blockRemaining = 0;
  private quickDepth = 0;
  private readonly descriptions = new ClassDescriptionReader(this);
  private readonly classData = new ClassDataReader(this, (description) => this.descriptions.isComplete(description));

  constructor(
    readonly bytes: ByteQueue,
    readonly limits: DecodeLimits,
  ) {}

  *need(count: number): Decoding<void> {
    while (this.bytes.available < count) yield;
  }

  *header(): Decoding<void> {
    yield* this.need(4);
    if (this.bytes.uint32() !== STREAM_MAGIC_AND_VERSION) throw malformed('it does not start with AC ED 00 05');
  }

  /** Bytes written with `write`, `writeInt` …; they may straddle several blocks. */
  *blockBytes(count: number): Decoding<Buffer> {
    const pieces: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      if (this.blockRemaining === 0) yield* this.enterBlock();
      const size = Math.min(missing, this.blockRemaining);
      yield* this.need(size);
      pieces.push(Buffer.from(this.bytes.view(size)));
      this.blockRemaining -= size;
      missing -= size;
    }
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
  }

  private *enterBlock(): Decoding<void> {
    yield* this.need(1);
    const code = this.bytes.uint8();
    if (code !== TC.BLOCKDATA && code !== TC.BLOCKDATALONG) throw unexpected(code, 'block data');
    this.blockRemaining = yield* this.blockLength(code);
  }

  private *blockLength(code: number): Decoding<number> {
    const isLong = code === TC.BLOCKDATALONG;
    yield* this.need(isLong ? 4 : 1);
    const length = isLong ? this.bytes.uint32() : this.bytes.uint8();
    if (length > this.limits.maxMessageBytes) throw limitExceeded('maxMessageBytes', this.limits.maxMessageBytes);
    return length;
  }

  /**
   * The next object when it is a simple one and its bytes are at hand; otherwise undefined, and nothing is consumed. Most
   * objects are simple, and a generator for each would cost more than its decoding.
   */
  private quickValue(): RawValue | undefined {
    const { bytes } = this;
    if (this.blockRemaining > 0 || bytes.contiguous < 5) return undefined;
    switch (bytes.peek()) {
      case TC.NULL:
        bytes.skip(1);
        return null;
      case TC.STRING:
        return this.quickString();
      case TC.REFERENCE:
        return this.asValue(this.quickReference());
      case TC.OBJECT:
        return this.quickDepth < MAX_QUICK_DEPTH ? this.quickObject() : undefined;
      default:
        return undefined;
    }
  }

  /** An object of a known class without data of its own, all of whose fields are quick. */
  private quickObject(): RawObject | undefined {
    const { bytes, handles, handleCount } = this;
    const { position } = bytes;
    const assigned = handles.length;
    this.quickDepth += 1;
    bytes.skip(1);
    const object = this.quickFields();
    this.quickDepth -= 1;
    if (object === undefined) {
      bytes.rewind(position);
      handles.length = assigned;
      this.handleCount = handleCount;
    }
    return object;
  }

  private quickFields(): RawObject | undefined {
    const description = this.descriptions.quick();
    if (description === undefined || this.depth + this.quickDepth > this.limits.maxDepth) return undefined;
    const object = new RawObject(description);
    this.remember(object);
    return this.classData.readQuick(object) ? object : undefined;
  }

  private quickString(): string | undefined {
    const { bytes } = this;
    const length = bytes.peekUint16AfterByte();
    if (bytes.contiguous < 3 + length || length > this.limits.maxStringBytes) return undefined;
    bytes.skip(3);
    const value = bytes.text(length);
    this.remember(value);
    return value;
  }

  /** What the next object refers to, if it is a reference and its bytes are at hand. */
  quickReference(): unknown {
    const { bytes } = this;
    if (bytes.contiguous < 5 || bytes.peek() !== TC.REFERENCE) return undefined;
    const target = this.target(bytes.peekInt32AfterByte() >>> 0);
    bytes.skip(5);
    return target;
  }

  /** The value of a field, if it is a primitive or a quick value and its bytes are at hand. */
  quickField(type: string): RawValue | RawPrimitive | undefined {
    if (isReference(type)) return this.quickValue();
    return this.bytes.contiguous < LARGEST_PRIMITIVE ? undefined : this.primitiveAtHand(type);
  }

  /** One object, in the position of a call's result or of an object inside another. */
  *value(): Decoding<RawValue> {
    if (this.blockRemaining > 0) throw malformed('an object starts inside block data');
    if (this.bytes.available < 1) yield* this.need(1);
    const code = this.bytes.uint8();
    switch (code) {
      case TC.NULL:
        return null;
      case TC.STRING:
      case TC.LONGSTRING:
        return yield* this.newString(code);
      case TC.REFERENCE:
        return this.asValue(yield* this.referenced());
      default:
        break;
    }
    if (++this.depth > this.limits.maxDepth) throw limitExceeded('maxDepth', this.limits.maxDepth);
    const value = code === TC.OBJECT ? yield* this.object() : yield* this.composite(code);
    this.depth -= 1;
    return value;
  }

  private *composite(code: number): Decoding<RawValue> {
    switch (code) {
      case TC.ARRAY:
        return yield* this.array();
      case TC.ENUM:
        return yield* this.enumConstant();
      case TC.CLASS: {
        const value = new RawClass(yield* this.descriptions.required());
        this.remember(value);
        return value;
      }
      case TC.EXCEPTION:
        throw yield* this.abortedBy();
      default:
        throw unexpected(code, 'an object');
    }
  }

  private *object(): Decoding<RawObject> {
    const value = new RawObject(yield* this.descriptions.required());
    this.remember(value);
    yield* this.classData.read(value);
    return value;
  }

  private *array(): Decoding<RawArray> {
    const value = new RawArray(yield* this.descriptions.required());
    this.remember(value);
    yield* this.need(4);
    const length = this.bytes.int32();
    if (length < 0) throw malformed('an array has a negative length');
    if (length > this.limits.maxArrayLength) throw limitExceeded('maxArrayLength', this.limits.maxArrayLength);
    yield* this.elements(value, length);
    return value;
  }

  private *elements(array: RawArray, length: number): Decoding<void> {
    const type = array.elementType[0];
    if (type === 'B') {
      yield* this.need(length);
      array.bytes = Buffer.from(this.bytes.view(length));
      return;
    }
    for (let index = 0; index < length; index++) {
      const quick = this.quickField(type ?? '');
      if (quick !== undefined) array.elements.push(quick);
      else array.elements.push(isReference(type) ? yield* this.value() : yield* this.primitive(type));
    }
  }

  private *enumConstant(): Decoding<RawEnum> {
    const description = yield* this.descriptions.required();
    const handle = this.remember(null);
    const constant = yield* this.string();
    const value = new RawEnum(description, constant);
    this.handles[handle] = value;
    return value;
  }

  /** TC_EXCEPTION resets the handles on both sides although no TC_RESET is written. */
  private *abortedBy(): Decoding<StreamAbortedByServer> {
    this.handles = [];
    return new StreamAbortedByServer(yield* this.value());
  }

  *primitive(type: string | undefined): Decoding<RawPrimitive> {
    yield* this.need(primitiveSize(type));
    return this.primitiveAtHand(type);
  }

  private primitiveAtHand(type: string | undefined): RawPrimitive {
    const { bytes } = this;
    switch (type) {
      case 'B':
        return bytes.int8();
      case 'C':
        return String.fromCharCode(bytes.uint16());
      case 'D':
        return bytes.double();
      case 'F':
        return bytes.float();
      case 'I':
        return bytes.int32();
      case 'J':
        return bytes.int64();
      case 'S':
        return bytes.int16();
      default:
        return bytes.uint8() !== 0;
    }
  }

  /** A string object: a new one, a long one or a reference to an earlier one. */
  *string(): Decoding<string> {
    const value = yield* this.value();
    if (typeof value !== 'string') throw malformed('a string was expected');
    return value;
  }

  /** `DataOutput.writeUTF`: no object and no handle. */
  *utf(): Decoding<string> {
    yield* this.need(2);
    return yield* this.text(this.bytes.uint16());
  }

  private *newString(code: number): Decoding<string> {
    const handle = this.remember(null);
    yield* this.need(code === TC.STRING ? 2 : 8);
    const length = code === TC.STRING ? this.bytes.uint16() : this.bytes.int64();
    if (length < 0) throw malformed('a string has a negative length');
    if (length > this.limits.maxStringBytes) throw limitExceeded('maxStringBytes', this.limits.maxStringBytes);
    const value = yield* this.text(Number(length));
    this.handles[handle] = value;
    return value;
  }

  private *text(length: number): Decoding<string> {
    yield* this.need(length);
    return this.bytes.text(length);
  }

  private asValue(target: unknown): RawValue {
    if (target === null || typeof target === 'string') return target;
    if (target instanceof RawObject || target instanceof RawArray) return target;
    if (target instanceof RawEnum || target instanceof RawClass) return target;
    throw malformed('an object refers back to a class descriptor');
  }

  /** What the handle after TC_REFERENCE stands for. */
  *referenced(): Decoding<unknown> {
    yield* this.need(4);
    return this.target(this.bytes.uint32());
  }

  private target(wireHandle: number): unknown {
    const handle = wireHandle - BASE_HANDLE;
    if (handle < 0 || handle >= this.handles.length) throw malformed('it refers to a handle that was never assigned');
    return this.handles[handle];
  }

  /** Gives the next handle to `value`; the order of these calls is part of the stream format. */
  remember(value: unknown): number {
    if (++this.handleCount > this.limits.maxHandles) throw limitExceeded('maxHandles', this.limits.maxHandles);
    return this.handles.push(value) - 1;
  }

  /** Everything up to and including TC_ENDBLOCKDATA: a class annotation or the data of a `writeObject`. */
  *untilEnd(): Decoding<(Buffer | RawValue)[]> {
    const contents: (Buffer | RawValue)[] = [];
    for (;;) {
      if (this.bytes.available < 1) yield* this.need(1);
      const code = this.bytes.peek();
      if (code === TC.ENDBLOCKDATA) break;
      if (code === TC.BLOCKDATA || code === TC.BLOCKDATALONG) contents.push(yield* this.wholeBlock());
      else {
        const quick = this.quickValue();
        contents.push(quick === undefined ? yield* this.value() : quick);
      }
      if (contents.length > this.limits.maxArrayLength)
        throw limitExceeded('maxArrayLength', this.limits.maxArrayLength);
    }
    this.bytes.uint8();
    return contents;
  }

  private *wholeBlock(): Decoding<Buffer> {
    const length = yield* this.blockLength(this.bytes.uint8());
    yield* this.need(length);
    return Buffer.from(this.bytes.view(length));
  }
}

const LARGEST_PRIMITIVE = 8;
/** An attempt that fails is repeated in full by each level around it, so there are few. */
const MAX_QUICK_DEPTH = 3;

export function isReference(type: string | undefined): boolean {
  return type === 'L' || type === '[';
}

function primitiveSize(type: string | undefined): number {
  switch (type) {
    case 'B':
    case 'Z':
      return 1;
    case 'C':
    case 'S':
      return 2;
    case 'F':
    case 'I':
      return 4;
    case 'D':
    case 'J':
      return 8;
    default:
      throw malformed(`there is no field type ${JSON.stringify(type)}`);
  }
}

export function malformed(why: string): JmxDecodeError {
  return new JmxDecodeError(JmxErrorCode.DecodeFailed, `The reply is no valid serialization stream: ${why}`);
}

export function limitExceeded(limit: keyof DecodeLimits, value: number): JmxDecodeError {
  return new JmxDecodeError(
    JmxErrorCode.LimitExceeded,
    `The reply exceeds ${limit} ${value}; raise it if it is genuine`,
  );
}

function unexpected(code: number, wanted: string): JmxDecodeError {
  return malformed(`byte 0x${code.toString(16).padStart(2, '0')} where ${wanted} was expected`);
}
