import { type JavaThrowable } from './values/java-throwable.js';

/** Every `code` an error of this library can carry; the spelling is part of the API and never changes. */
export const JmxErrorCode = {
  /** An option or argument was refused before anything was sent. */
  InvalidOptions: 'JMX_INVALID_OPTIONS',
  /** A text is not a valid `javax.management.ObjectName`. */
  MalformedObjectName: 'JMX_MALFORMED_OBJECT_NAME',
  /** A parameter has no Java form, or does not fit the Java type it is meant for. */
  EncodeFailed: 'JMX_ENCODE_FAILED',
  /** Nothing listens on that host and port. */
  ConnectRefused: 'JMX_CONNECT_REFUSED',
  /** The host is unknown or unreachable, or the connection broke while it was being opened. */
  ConnectFailed: 'JMX_CONNECT_FAILED',
  /** Opening the connection took longer than `connectTimeoutMs`. */
  ConnectTimeout: 'JMX_CONNECT_TIMEOUT',
  /** A call took longer than its timeout; the operation may still be running on the server. */
  CallTimeout: 'JMX_CALL_TIMEOUT',
  /** The peer does not speak RMI, or speaks TLS where plain was asked for, or the reverse. */
  WrongProtocol: 'JMX_WRONG_PROTOCOL',
  /** The TLS handshake or the check of the certificate failed. */
  TlsFailed: 'JMX_TLS_FAILED',
  /** There is an RMI registry, but it knows no JMX connector of that name. */
  NotBound: 'JMX_NOT_BOUND',
  /** The server did not accept the credentials, or wants some. */
  AuthenticationFailed: 'JMX_AUTHENTICATION_FAILED',
  /** The authenticated user may not do this. */
  AccessDenied: 'JMX_ACCESS_DENIED',
  /** The server no longer knows our connection: it closed it after idling, or it was restarted. */
  ConnectorGone: 'JMX_CONNECTOR_GONE',
  /** The connection is closed or was lost. */
  ConnectionClosed: 'JMX_CONNECTION_CLOSED',
  /** The MBean, or the MBean server, threw. */
  RemoteException: 'JMX_REMOTE_EXCEPTION',
  /** The call was made, but the server could not serialize its result. */
  NotSerializable: 'JMX_NOT_SERIALIZABLE',
  /** The bytes received are not a valid reply. */
  DecodeFailed: 'JMX_DECODE_FAILED',
  /** The reply is larger or deeper than the configured limits allow. */
  LimitExceeded: 'JMX_LIMIT_EXCEEDED',
  /** The caller's AbortSignal fired. */
  Aborted: 'JMX_ABORTED',
} as const;
export type JmxErrorCode = (typeof JmxErrorCode)[keyof typeof JmxErrorCode];

export interface JmxErrorDetails {
  readonly cause?: unknown;
  /** Whether a byte of the request may have reached the server. */
  readonly requestSent?: boolean;
}

/** Base of all errors of this library. */
export class JmxError extends Error {
  /**
   * False: the operation cannot have run, so repeating it is safe. True: the request was written, at least in part,
   * and the operation may have run, or may still be running.
   */
  readonly requestSent: boolean;

  constructor(
    readonly code: JmxErrorCode,
    message: string,
    details: JmxErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.requestSent = details.requestSent ?? false;
  }

  /** True when the same action may succeed later without any change and cannot have taken effect already. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code) && !this.requestSent;
  }
}

const RETRYABLE: ReadonlySet<JmxErrorCode> = new Set([
  JmxErrorCode.ConnectRefused,
  JmxErrorCode.ConnectFailed,
  JmxErrorCode.ConnectTimeout,
  JmxErrorCode.CallTimeout,
  JmxErrorCode.ConnectorGone,
  JmxErrorCode.ConnectionClosed,
]);

/** Options or arguments were refused; `problems` lists all of them at once. */
export class JmxOptionsError extends JmxError {
  constructor(readonly problems: readonly string[]) {
    super(JmxErrorCode.InvalidOptions, `Invalid JMX options: ${problems.join('; ')}`);
  }
}

/** A text is not a valid ObjectName; `objectName` is the text. */
export class JmxObjectNameError extends JmxError {
  constructor(
    readonly objectName: string,
    reason: string,
  ) {
    super(JmxErrorCode.MalformedObjectName, `Malformed ObjectName ${JSON.stringify(objectName)}: ${reason}`);
  }
}

/** A parameter cannot be written as the Java type it is meant for. */
export class JmxEncodeError extends JmxError {
  constructor(message: string) {
    super(JmxErrorCode.EncodeFailed, message);
  }
}

/** No connection could be opened: refused, unreachable, timed out, wrong protocol or TLS trouble (see `code`). */
export class JmxConnectError extends JmxError {
  readonly endpoint: { readonly host: string; readonly port: number };

  constructor(
    code: JmxErrorCode,
    message: string,
    { host, port }: { readonly host: string; readonly port: number },
    cause?: unknown,
  ) {
    super(code, message, { cause });
    this.endpoint = { host, port };
  }
}

/** A call did not answer in time. The server cannot be told to stop; the operation may go on there. */
export class JmxCallTimeoutError extends JmxError {
  constructor(
    readonly timeoutMs: number,
    what: string,
    details: JmxErrorDetails,
  ) {
    super(JmxErrorCode.CallTimeout, `No answer to ${what} within ${timeoutMs} ms`, details);
  }
}

/** The credentials are wrong or missing. Never carries them. */
export class JmxAuthenticationError extends JmxError {
  constructor(message: string, cause?: unknown) {
    super(JmxErrorCode.AuthenticationFailed, `The server refused the login: ${message}`, { cause, requestSent: true });
  }
}

/** The connection is closed, was lost, or the server no longer knows it (see `code`). */
export class JmxConnectionClosedError extends JmxError {
  constructor(
    code: typeof JmxErrorCode.ConnectionClosed | typeof JmxErrorCode.ConnectorGone,
    message: string,
    details: JmxErrorDetails = {},
  ) {
    super(code, message, details);
  }
}

/** The bytes received are no valid reply, or break a limit (see `code`). The socket is gone, the connection is not. */
export class JmxDecodeError extends JmxError {
  constructor(code: typeof JmxErrorCode.DecodeFailed | typeof JmxErrorCode.LimitExceeded, message: string) {
    super(code, message, { requestSent: true });
  }
}

/** The caller's AbortSignal fired. With `requestSent` the operation may still run on the server. */
export class JmxAbortError extends JmxError {
  constructor(what: string, details: JmxErrorDetails) {
    super(JmxErrorCode.Aborted, `${what} was aborted`, details);
  }
}

/** The server ran the call but could not serialize the result; `unserializableClass` is the class it stumbled over. */
export class JmxNotSerializableError extends JmxError {
  readonly unserializableClass: string;

  constructor(readonly throwable: JavaThrowable) {
    const name = throwable.message ?? throwable.javaClass;
    super(JmxErrorCode.NotSerializable, `The server could not serialize ${name}`, { requestSent: true });
    this.unserializableClass = name;
  }
}

/** The MBean or the MBean server threw. `code` is JMX_ACCESS_DENIED for a `java.lang.SecurityException`. */
export class JmxRemoteError extends JmxError {
  /** Class of the exception that matters: JMX and RMI wrappers such as RuntimeMBeanException are taken off. */
  readonly javaClass: string;
  /** `getMessage()` of that exception; null when it has none. */
  readonly javaMessage: string | null;
  /** Classes of the wrappers that were taken off, outermost first. */
  readonly wrappers: readonly string[];
  /** Remote stack trace of that exception, one frame a line as Java prints it. */
  readonly remoteStack: readonly string[];

  constructor(
    /** The whole exception as received, wrappers included. */
    readonly throwable: JavaThrowable,
  ) {
    const { target, wrappers } = throwable.unwrap();
    const denied = target.isInstanceOf('java.lang.SecurityException');
    super(
      denied ? JmxErrorCode.AccessDenied : JmxErrorCode.RemoteException,
      target.message === null ? target.javaClass : `${target.javaClass}: ${target.message}`,
      { requestSent: true, ...(target.cause === null ? {} : { cause: new JmxRemoteError(target.cause) }) },
    );
    this.javaClass = target.javaClass;
    this.javaMessage = target.message;
    this.wrappers = wrappers;
    this.remoteStack = target.stackTrace;
  }

  /** True when the exception, a wrapper of it or any of its causes is of this class or of a subclass. */
  is(javaClass: string): boolean {
    return this.throwable.chain().some((throwable) => throwable.isInstanceOf(javaClass));
  }
}
