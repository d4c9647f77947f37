import {
  JmxConnectionClosedError,
  type JmxError,
  JmxErrorCode,
  JmxNotSerializableError,
  JmxRemoteError,
} from '../errors.js';
import { type Reply } from '../rmi/reply-decoder.js';
import { RawObject, type RawValue } from '../serialization/raw-values.js';
import { JavaThrowable } from '../values/java-throwable.js';
import { ValueMapper } from '../values/value-mapper.js';

/** The result in a reply. @throws the error a reply that is no result stands for */
export function replyValue(reply: Reply): RawValue | boolean {
  if (reply.kind === 'value') return reply.value;
  throw replyError(reply.kind, toThrowable(reply.exception));
}

function replyError(kind: 'exception' | 'not-serializable', throwable: JavaThrowable): JmxError {
  if (kind === 'not-serializable') return new JmxNotSerializableError(throwable);
  if (throwable.isInstanceOf('java.rmi.NoSuchObjectException')) {
    return new JmxConnectionClosedError(
      JmxErrorCode.ConnectorGone,
      'The server no longer knows this connection: it was idle for too long, or the server was restarted',
    );
  }
  return new JmxRemoteError(throwable);
}

function toThrowable(exception: RawValue): JavaThrowable {
  const value = new ValueMapper().value(exception);
  return value instanceof JavaThrowable ? value : new JavaThrowable();
}

/**
 * Whether the socket may carry another call. After a `java.rmi` exception the server may not have consumed the
 * arguments, and would take what is left of them for the next call.
 */
export function leavesSocketUsable(reply: Reply): boolean {
  if (reply.kind !== 'exception') return reply.kind === 'value';
  return reply.exception instanceof RawObject && reply.exception.part('java.rmi.RemoteException') === undefined;
}
