import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { type RawValue } from '../serialization/raw-values.js';
import { type Decoding, StreamAbortedByServer, type StreamReader } from '../serialization/stream-reader.js';
import { MESSAGE } from './call-encoder.js';
import { type ResultKind } from './rmi-methods.js';

/** What came back: a result, an exception, or the news that the server could not serialize either. */
export type Reply =
  | { readonly kind: 'value'; readonly value: RawValue | boolean }
  | { readonly kind: 'exception'; readonly exception: RawValue }
  | { readonly kind: 'not-serializable'; readonly exception: RawValue };

const NORMAL_RETURN = 1;
const EXCEPTIONAL_RETURN = 2;
/** The return type byte and a UID for a DGCAck, which we never send: without it the server pins the object 5 minutes. */
const HEADER_LENGTH = 15;

/** `51`, a stream header, a block of return type and UID (and the result, if it is primitive), and the result. */
export function* readReply(stream: StreamReader, result: ResultKind): Decoding<Reply> {
  yield* stream.need(1);
  const message = stream.bytes.uint8();
  if (message !== MESSAGE.RETURN) throw invalid(`message type 0x${message.toString(16)} instead of a return`);
  yield* stream.header();
  const returnType = (yield* stream.blockBytes(HEADER_LENGTH))[0];
  try {
    if (returnType === NORMAL_RETURN) return { kind: 'value', value: yield* readResult(stream, result) };
    if (returnType === EXCEPTIONAL_RETURN) return { kind: 'exception', exception: yield* stream.value() };
  } catch (error) {
    if (error instanceof StreamAbortedByServer) return { kind: 'not-serializable', exception: error.exception };
    throw error;
  }
  throw invalid(`return type ${returnType}`);
}

function* readResult(stream: StreamReader, result: ResultKind): Decoding<RawValue | boolean> {
  switch (result) {
    case 'void':
      return null;
    case 'boolean':
      return (yield* stream.blockBytes(1))[0] !== 0;
    case 'object':
      return yield* stream.value();
  }
}

function invalid(what: string): JmxDecodeError {
  return new JmxDecodeError(JmxErrorCode.DecodeFailed, `The server sent ${what}`);
}
