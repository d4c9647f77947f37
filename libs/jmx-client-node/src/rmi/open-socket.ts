import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { JmxAbortError } from '../errors.js';
import { IncrementalDecoder } from '../serialization/incremental-decoder.js';
import { type DecodeLimits } from '../serialization/limits.js';
import { closedInHandshake, connectFailure, connectTimeout, type OpeningPhase } from './connect-failure.js';
import { type Deadline } from './deadline.js';
import { type Endpoint, toNodeTlsOptions } from './endpoint.js';
import { HANDSHAKE, readAcknowledgement } from './handshake.js';

/** TCP probes find a peer that vanished without a word, for sockets that lie idle. */
const KEEP_ALIVE_AFTER_MS = 30_000;

/**
 * Opens a socket and shakes hands: TCP, TLS if wanted, RMI.
 *
 * @throws JmxConnectError, JmxAbortError
 */
export function openSocket(endpoint: Endpoint, deadline: Deadline, limits: DecodeLimits): Promise<Socket> {
  return new Promise((resolve, reject) => {
    new Opening(endpoint, deadline, limits, resolve, reject).start();
  });
}

class Opening {
  private phase: OpeningPhase = 'connecting';
  private readonly socket: Socket;
  private stopWatching: () => void = () => undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly deadline: Deadline,
    private readonly limits: DecodeLimits,
    private readonly resolve: (socket: Socket) => void,
    private readonly reject: (error: Error) => void,
  ) {
    const { host, port, tls } = endpoint;
    this.socket = tls === null ? connectTcp({ host, port }) : connectTls(toNodeTlsOptions(endpoint));
  }

  start(): void {
    this.stopWatching = this.deadline.watch(this.onTimeout, this.onAbort);
    this.socket.on('error', this.onError).on('close', this.onClose);
    this.socket.once('connect', () => {
      this.phase = this.endpoint.tls === null ? 'rmi-handshake' : 'tls-handshake';
      this.socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_AFTER_MS);
    });
    this.socket.once(this.endpoint.tls === null ? 'connect' : 'secureConnect', () => this.shakeHands());
  }

  private shakeHands(): void {
    this.phase = 'rmi-handshake';
    const decoder = new IncrementalDecoder((stream) => readAcknowledgement(stream, this.endpoint), this.limits);
    this.socket.on('data', (chunk: Buffer) => {
      try {
        if (decoder.push(chunk) !== null) this.succeed();
      } catch (error) {
        this.fail(error as Error);
      }
    });
    this.socket.write(HANDSHAKE);
  }

  private succeed(): void {
    this.stopWatching();
    // The error listener stays: an error between here and the next owner's listener must not end the process.
    this.socket.removeAllListeners('data').off('close', this.onClose);
    this.resolve(this.socket);
  }

  private fail(error: Error): void {
    this.stopWatching();
    this.socket.off('close', this.onClose);
    this.socket.destroy();
    this.reject(error);
  }

  private readonly onTimeout = () => this.fail(connectTimeout(this.endpoint, this.deadline.timeoutMs));
  private readonly onAbort = () =>
    this.fail(new JmxAbortError('Connecting', { cause: this.deadline.signal?.reason, requestSent: false }));
  private readonly onError = (error: Error) => this.fail(connectFailure(error, this.endpoint, this.phase));
  private readonly onClose = () => this.fail(closedInHandshake(this.endpoint));
}
