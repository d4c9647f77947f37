import { JmxConnectError, JmxErrorCode } from '../errors.js';
import { type Decoding, type StreamReader } from '../serialization/stream-reader.js';
import { type Endpoint } from './endpoint.js';

const STREAM_PROTOCOL = 0x4b;
const PROTOCOL_ACK = 0x4e;
const TLS_ALERT = 0x15;

/**
 * "JRMI", version 2, StreamProtocol; then our own host (empty) and port (0), which the server reads and forgets. It
 * acknowledges the first part, but need not be waited for before the second.
 */
export const HANDSHAKE = Buffer.from([0x4a, 0x52, 0x4d, 0x49, 0x00, 0x02, STREAM_PROTOCOL, 0, 0, 0, 0, 0, 0]);

/** `4E`, then our address as the server sees it. */
export function* readAcknowledgement(stream: StreamReader, endpoint: Endpoint): Decoding<void> {
  yield* stream.need(1);
  const first = stream.bytes.uint8();
  if (first !== PROTOCOL_ACK) throw wrongProtocol(first, endpoint);
  yield* stream.utf();
  yield* stream.need(4);
  stream.bytes.int32();
}

function wrongProtocol(first: number, endpoint: Endpoint): JmxConnectError {
  const where = `${endpoint.host}:${endpoint.port}`;
  const message =
    first === TLS_ALERT && endpoint.tls === null
      ? `${where} speaks TLS; set the tls option`
      : `${where} does not speak RMI (it answered with byte 0x${first.toString(16).padStart(2, '0')})`;
  return new JmxConnectError(JmxErrorCode.WrongProtocol, message, endpoint);
}
