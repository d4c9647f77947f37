import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { CustomData } from '../serialization/custom-data.js';
import { decodeModifiedUtf8 } from '../serialization/modified-utf8.js';
import { RawObject, type RawValue } from '../serialization/raw-values.js';
import { ObjectId, OBJECT_ID_LENGTH } from './object-id.js';

/** Where a remote object lives, as its server believes. */
export interface RemoteReference {
  readonly host: string;
  readonly port: number;
  readonly objectId: ObjectId;
  /** The reference carries an SSL socket factory: the endpoint speaks TLS. */
  readonly tls: boolean;
}

const REMOTE_OBJECT = 'java.rmi.server.RemoteObject';
const SSL_SOCKET_FACTORY = 'javax.rmi.ssl.SslRMIClientSocketFactory';

/**
 * Reads the reference out of a stub, generated (`RMIServerImpl_Stub`) or dynamic (a proxy whose handler `h` holds it).
 *
 * ```text
 * UnicastRef   utf host, int port,                             ObjID (22 bytes), boolean
 * UnicastRef2  byte format, utf host, int port, [factory if format 1], ObjID, boolean
 * ```
 */
export function readRemoteReference(stub: RawValue): RemoteReference {
  const data = new CustomData(remoteObjectOf(stub).part(REMOTE_OBJECT));
  const kind = utf(data);
  if (kind !== 'UnicastRef' && kind !== 'UnicastRef2') throw unreadable(`its reference is a ${JSON.stringify(kind)}`);
  const hasFactory = kind === 'UnicastRef2' && data.int8() === 1;
  const host = utf(data);
  const port = data.int32();
  const tls = hasFactory && isSslFactory(data.object());
  return { host, port, tls, objectId: new ObjectId(Buffer.from(data.bytes(OBJECT_ID_LENGTH))) };
}

function remoteObjectOf(stub: RawValue): RawObject {
  if (stub instanceof RawObject) {
    if (stub.part(REMOTE_OBJECT) !== undefined) return stub;
    const handler = stub.field('h');
    if (handler instanceof RawObject && handler.part(REMOTE_OBJECT) !== undefined) return handler;
  }
  throw unreadable('it is no remote object');
}

function isSslFactory(factory: RawValue): boolean {
  if (factory === null) return false;
  if (factory instanceof RawObject && factory.className === SSL_SOCKET_FACTORY) return true;
  throw unreadable('it wants a socket factory this library does not know');
}

function utf(data: CustomData): string {
  return decodeModifiedUtf8(data.bytes(data.bytes(2).readUInt16BE(0)));
}

function unreadable(why: string): JmxDecodeError {
  return new JmxDecodeError(JmxErrorCode.DecodeFailed, `The stub sent by the server cannot be used: ${why}`);
}
