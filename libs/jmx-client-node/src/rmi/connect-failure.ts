import { JmxConnectError, JmxErrorCode } from '../errors.js';
import { type Endpoint } from './endpoint.js';

/** Codes of node:net and node:dns that mean "nobody there". */
const NETWORK_FAILURES: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EACCES',
  'EMFILE',
]);

/** Codes that show the peer answered a TLS greeting with something else, or hung up on it. */
const NOT_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_UNEXPECTED_MESSAGE',
  'EPROTO',
  'ECONNRESET',
  'EPIPE',
]);

/** Alerts a server sends about the certificate of its client; which one differs between Java versions. */
const REFUSED_CERTIFICATE = /ALERT_(?:.*CERTIFICATE.*|UNKNOWN_CA)$/;

export type OpeningPhase = 'connecting' | 'tls-handshake' | 'rmi-handshake';

/** Says why no connection could be opened, and what to do about it. */
export function connectFailure(cause: Error, endpoint: Endpoint, phase: OpeningPhase): JmxConnectError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const where = `${endpoint.host}:${endpoint.port}`;
  const fail = (errorCode: JmxErrorCode, message: string) => new JmxConnectError(errorCode, message, endpoint, cause);
  if (code === 'ECONNREFUSED') return fail(JmxErrorCode.ConnectRefused, `Nothing listens on ${where}`);
  if (code === 'ETIMEDOUT') return fail(JmxErrorCode.ConnectTimeout, `${where} does not answer`);
  if (NETWORK_FAILURES.has(code)) return fail(JmxErrorCode.ConnectFailed, `${where} cannot be reached (${code})`);
  if (REFUSED_CERTIFICATE.test(code)) {
    return fail(
      JmxErrorCode.TlsFailed,
      `${where} wants a client certificate, or does not trust the one it got; set tls.cert and tls.key, or tls.pfx`,
    );
  }
  if (phase === 'tls-handshake' && NOT_TLS.has(code)) {
    return fail(JmxErrorCode.WrongProtocol, `${where} does not seem to speak TLS; connect without tls`);
  }
  if (endpoint.tls !== null && phase !== 'connecting') return tlsFailure(cause, endpoint, where);
  return fail(
    JmxErrorCode.ConnectFailed,
    `The connection to ${where} broke while it was opened (${code || cause.message})`,
  );
}

function tlsFailure(cause: Error, endpoint: Endpoint, where: string): JmxConnectError {
  return new JmxConnectError(JmxErrorCode.TlsFailed, `TLS with ${where} failed: ${cause.message}`, endpoint, cause);
}

/** The peer hung up in the middle of the RMI handshake without a word. */
export function closedInHandshake(endpoint: Endpoint): JmxConnectError {
  const hint =
    endpoint.tls === null
      ? 'it is no RMI port, or it expects TLS'
      : 'it is no RMI port, or it wants a client certificate (tls.cert and tls.key)';
  return new JmxConnectError(
    JmxErrorCode.WrongProtocol,
    `${endpoint.host}:${endpoint.port} closed the connection during the RMI handshake: ${hint}`,
    endpoint,
  );
}

export function connectTimeout(endpoint: Endpoint, timeoutMs: number): JmxConnectError {
  return new JmxConnectError(
    JmxErrorCode.ConnectTimeout,
    `No RMI connection to ${endpoint.host}:${endpoint.port} within ${timeoutMs} ms`,
    endpoint,
  );
}
