import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { ByteQueue } from './byte-queue.js';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './limits.js';
import { type RawValue } from './raw-values.js';
import { type Decoding, StreamReader } from './stream-reader.js';

/** Decodes one message of unknown length from chunks cut anywhere. */
export class IncrementalDecoder<T> {
  private readonly bytes: ByteQueue;
  private readonly decoding: Decoding<T>;
  private finished: { readonly value: T } | null = null;

  constructor(program: (stream: StreamReader) => Decoding<T>, limits: DecodeLimits = DEFAULT_DECODE_LIMITS) {
    this.bytes = new ByteQueue(limits.maxMessageBytes);
    this.decoding = program(new StreamReader(this.bytes, limits));
  }

  /**
   * Takes the next bytes. Returns the message when it is complete, otherwise null.
   *
   * @throws JmxDecodeError when the bytes are no valid message, break a limit, or go on after its end.
   */
  push(chunk: Buffer): { readonly value: T } | null {
    this.bytes.push(chunk);
    if (this.finished === null) {
      const step = this.decoding.next();
      if (step.done) this.finished = { value: step.value };
    }
    if (this.finished !== null && this.bytes.available > 0) {
      throw new JmxDecodeError(JmxErrorCode.DecodeFailed, `${this.bytes.available} bytes follow the end of the reply`);
    }
    return this.finished;
  }
}

/** One object with its stream header, the form of `MarshalledObject.objBytes`. */
export function* readStreamOfOneObject(stream: StreamReader): Decoding<RawValue> {
  yield* stream.header();
  return yield* stream.value();
}

/** Decodes a stream that is already here as a whole. */
export function decodeStream(bytes: Buffer, limits: DecodeLimits = DEFAULT_DECODE_LIMITS): RawValue {
  const result = new IncrementalDecoder(readStreamOfOneObject, limits).push(bytes);
  if (result === null) {
    throw new JmxDecodeError(JmxErrorCode.DecodeFailed, 'The serialization stream ends in the middle of an object');
  }
  return result.value;
}
