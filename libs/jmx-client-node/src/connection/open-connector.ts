import {
  JmxAuthenticationError,
  JmxCallTimeoutError,
  JmxConnectError,
  JmxConnectionClosedError,
  JmxErrorCode,
  JmxRemoteError,
} from '../errors.js';
import { encodeCall } from '../rmi/call-encoder.js';
import { connectTimeout } from '../rmi/connect-failure.js';
import { Deadline } from '../rmi/deadline.js';
import { type Endpoint } from '../rmi/endpoint.js';
import { JrmpSocket } from '../rmi/jrmp-socket.js';
import { ObjectId } from '../rmi/object-id.js';
import { readRemoteReference, type RemoteReference } from '../rmi/remote-reference.js';
import { REGISTRY, RMI_SERVER, type RmiMethod } from '../rmi/rmi-methods.js';
import { java } from '../serialization/java-builders.js';
import { type RawValue } from '../serialization/raw-values.js';
import { type StreamWriter } from '../serialization/stream-writer.js';
import { type ConnectSettings } from './connect-options.js';
import { replyValue } from './reply-value.js';

/** An authenticated connection object on the server, and the socket it was made on. */
export interface OpenConnector {
  readonly objectId: ObjectId;
  readonly endpoint: Endpoint;
  readonly socket: JrmpSocket;
}

const REGISTRY_OBJECT = ObjectId.wellKnown(0);

/**
 * Registry lookup, then login: `RMIServer.newClient`.
 *
 * No DGC traffic: the server keeps a connection that is used at least every 120 s, while a client that once said
 * `dirty` and then fails to renew the lease loses a connection in use.
 */
export async function openConnector(settings: ConnectSettings): Promise<OpenConnector> {
  const deadline = new Deadline(settings.connectTimeoutMs, settings.signal);
  deadline.throwIfAborted('Connecting');
  const { host, port } = settings.registry;
  const registryTls = settings.tls?.registry === false ? null : settings.tls;
  const registry: Endpoint = { host, port, tls: registryTls };
  return await new Connecting(settings, deadline).run(registry);
}

class Connecting {
  private socket: JrmpSocket | null = null;
  private endpoint: Endpoint | null = null;

  constructor(
    private readonly settings: ConnectSettings,
    private readonly deadline: Deadline,
  ) {}

  async run(registry: Endpoint): Promise<OpenConnector> {
    try {
      const server = await this.lookup(registry);
      const connection = await this.login(server);
      const endpoint = this.endpointOf(connection);
      return { objectId: connection.objectId, endpoint, socket: await this.socketTo(endpoint) };
    } catch (error) {
      this.socket?.destroy();
      throw error;
    }
  }

  private async lookup(registry: Endpoint): Promise<RemoteReference> {
    const name = this.settings.registry.registryName;
    try {
      const stub = await this.call(registry, REGISTRY_OBJECT, REGISTRY.lookup, (out) => out.value(name));
      // Cassandra's registry answers null where others throw NotBoundException.
      if (stub === null) throw notBound(registry, name);
      return readRemoteReference(stub);
    } catch (error) {
      throw error instanceof JmxRemoteError && error.is('java.rmi.NotBoundException')
        ? notBound(registry, name)
        : error;
    }
  }

  private async login(server: RemoteReference): Promise<RemoteReference> {
    const { credentials } = this.settings;
    const login =
      credentials === null ? null : java.array('java.lang.String', [credentials.username, credentials.password]);
    try {
      const write = (out: StreamWriter) => out.value(login);
      return readRemoteReference(
        await this.call(this.endpointOf(server), server.objectId, RMI_SERVER.newClient, write),
      );
    } catch (error) {
      throw error instanceof JmxRemoteError ? asAuthenticationError(error) : error;
    }
  }

  private endpointOf({ host, port, tls }: RemoteReference): Endpoint {
    const { settings } = this;
    const at = { host: settings.rmiHost ?? host, port: settings.rmiPort ?? port };
    if (settings.tls !== null && !tls) {
      // Credentials would go out in the clear although the user asked for TLS.
      throw new JmxConnectError(
        JmxErrorCode.WrongProtocol,
        `The connector at ${at.host}:${at.port} does not use TLS`,
        at,
      );
    }
    return { ...at, tls: tls ? (settings.tls ?? {}) : null };
  }

  private async call(
    endpoint: Endpoint,
    target: ObjectId,
    method: RmiMethod,
    write: (out: StreamWriter) => void,
  ): Promise<RawValue> {
    const socket = await this.socketTo(endpoint);
    try {
      const reply = await socket.call(encodeCall(target, method, write), method.result, method.name, this.deadline);
      return replyValue(reply) as RawValue;
    } catch (error) {
      throw asConnectError(error, endpoint, this.settings.connectTimeoutMs);
    }
  }

  /** Registry and connector may share a port, and then a socket. */
  private async socketTo(endpoint: Endpoint): Promise<JrmpSocket> {
    if (this.socket?.isUsable === true && isSame(this.endpoint, endpoint)) return this.socket;
    this.socket?.destroy();
    this.endpoint = endpoint;
    this.socket = await JrmpSocket.open(endpoint, this.deadline, this.settings.limits);
    return this.socket;
  }
}

function isSame(a: Endpoint | null, b: Endpoint): boolean {
  return a !== null && a.host === b.host && a.port === b.port && (a.tls === null) === (b.tls === null);
}

/** For the caller all of this is one step, so a call that fails in it is a connect that failed. */
function asConnectError(error: unknown, endpoint: Endpoint, timeoutMs: number): unknown {
  if (error instanceof JmxCallTimeoutError) return connectTimeout(endpoint, timeoutMs);
  if (!(error instanceof JmxConnectionClosedError)) return error;
  const message =
    error.code === JmxErrorCode.ConnectorGone
      ? `The JMX connector at ${endpoint.host}:${endpoint.port} is gone; the server may just have been restarted`
      : `The connection to ${endpoint.host}:${endpoint.port} broke while it was opened`;
  return new JmxConnectError(JmxErrorCode.ConnectFailed, message, endpoint, error);
}

function notBound(registry: Endpoint, name: string): JmxConnectError {
  const message = `The registry at ${registry.host}:${registry.port} knows no connector called ${JSON.stringify(name)}`;
  return new JmxConnectError(JmxErrorCode.NotBound, message, registry);
}

/** Cassandra wraps the SecurityException of a bad password in a RuntimeException. */
function asAuthenticationError(error: JmxRemoteError): JmxRemoteError | JmxAuthenticationError {
  const refusal = error.throwable.chain().find((throwable) => throwable.isInstanceOf('java.lang.SecurityException'));
  return refusal === undefined ? error : new JmxAuthenticationError(refusal.message ?? refusal.javaClass, error);
}
