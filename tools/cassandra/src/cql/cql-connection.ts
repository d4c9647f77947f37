import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { RigError, RigErrorCode } from '../errors.js';
import { type Consistency } from './consistency.js';
import {
  type CqlRow,
  decodeFrame,
  encodeFrame,
  type Frame,
  Opcode,
  plainTokenBody,
  queryBody,
  readError,
  readRows,
  startupBody,
} from './cql-frame.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface CqlConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly credentials?: Credentials | undefined;
  /** For connecting and for every statement. @default 60000 */
  readonly timeoutMs?: number;
}

export interface CqlQueryOptions {
  /** @default 'ONE' */
  readonly consistency?: Consistency;
}

interface PendingRequest {
  readonly resolve: (frame: Frame) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const streamCount = 32_768;

/**
 * One connection to one node, for tests and tools: unprepared statements, whole results, statements may be sent without
 * waiting for the answers of earlier ones.
 */
export class CqlConnection {
  readonly #socket: Socket;
  readonly #timeoutMs: number;
  readonly #peer: string;
  readonly #pending = new Map<number, PendingRequest>();
  #received: Buffer = Buffer.alloc(0);
  #lastStream = 0;
  #failure: RigError | undefined;

  private constructor(socket: Socket, options: CqlConnectionOptions) {
    this.#socket = socket;
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#peer = `${options.host}:${options.port}`;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', (error) => this.#fail(`was lost: ${error.message}`, error));
    socket.on('close', () => this.#fail('was closed'));
  }

  /** @throws RigError `CQL_UNREACHABLE`, `CQL_REJECTED` (wrong credentials) */
  static async open(options: CqlConnectionOptions): Promise<CqlConnection> {
    const connection = new CqlConnection(connect(options.port, options.host), options);
    try {
      const answer = await connection.#ask(Opcode.Startup, startupBody());
      if (answer.opcode === Opcode.Authenticate) await connection.#logIn(options.credentials);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * Runs one statement.
   * @throws RigError `CQL_REJECTED` with `details.serverCode` of the native protocol, section 9; `CQL_UNREACHABLE`
   */
  async query(statement: string, options: CqlQueryOptions = {}): Promise<CqlRow[]> {
    const answer = await this.#ask(Opcode.Query, queryBody(statement, options.consistency ?? 'ONE'));
    return readRows(answer.body);
  }

  /** Columns of the other nodes, as this node knows them. 3.11 has the older of the two tables only. */
  async peers(columns: string): Promise<CqlRow[]> {
    try {
      return await this.query(`SELECT ${columns} FROM system.peers_v2`);
    } catch (error) {
      if (error instanceof RigError && error.code === RigErrorCode.CqlRejected) {
        return this.query(`SELECT ${columns} FROM system.peers`);
      }
      throw error;
    }
  }

  /**
   * Waits until all nodes have the same schema. Writes sent earlier are silently lost on replicas that do not know the
   * table yet. Gives up after `timeoutMs`: a node that is down keeps its old version.
   */
  async awaitSchemaAgreement(timeoutMs = 5000): Promise<boolean> {
    const endMs = Date.now() + timeoutMs;
    for (;;) {
      const local = await this.query('SELECT schema_version FROM system.local');
      const all = [...local, ...(await this.peers('schema_version'))];
      if (new Set(all.map((row) => row['schema_version'])).size === 1) return true;
      if (Date.now() > endMs) return false;
      await sleep(50);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  async #logIn(credentials: Credentials | undefined): Promise<void> {
    if (!credentials) {
      throw new RigError(RigErrorCode.CqlRejected, `${this.#peer} wants a login, but no credentials were given`);
    }
    await this.#ask(Opcode.AuthResponse, plainTokenBody(credentials.username, credentials.password));
  }

  #ask(opcode: number, body: Buffer): Promise<Frame> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      const stream = this.#nextStream();
      const timer = setTimeout(() => this.#timeOut(stream), this.#timeoutMs);
      this.#pending.set(stream, { resolve, reject, timer });
      this.#socket.write(encodeFrame({ stream, opcode, body }));
    });
  }

  #nextStream(): number {
    if (this.#pending.size >= streamCount) throw new RangeError(`More than ${streamCount} statements at a time`);
    do this.#lastStream = (this.#lastStream + 1) % streamCount;
    while (this.#pending.has(this.#lastStream));
    return this.#lastStream;
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    try {
      for (let next = decodeFrame(this.#received); next; next = decodeFrame(this.#received)) {
        this.#received = next.rest;
        this.#settle(next.frame);
      }
    } catch (error) {
      this.#fail('sent something that is not CQL', error);
      this.close();
    }
  }

  #settle(frame: Frame): void {
    // Read first: if the message cannot be read, the request is still there to be failed.
    const refusal = frame.opcode === Opcode.Error ? this.#refusal(frame.body) : undefined;
    const request = this.#forget(frame.stream);
    if (refusal) request?.reject(refusal);
    else request?.resolve(frame);
  }

  #refusal(body: Buffer): RigError {
    const { serverCode, message } = readError(body);
    return new RigError(RigErrorCode.CqlRejected, `${this.#peer} refused: ${message}`, {
      details: { serverCode, message },
    });
  }

  #timeOut(stream: number): void {
    const message = `${this.#peer} did not answer within ${this.#timeoutMs} ms`;
    this.#forget(stream)?.reject(new RigError(RigErrorCode.CqlUnreachable, message, { retryable: true }));
  }

  #forget(stream: number): PendingRequest | undefined {
    const request = this.#pending.get(stream);
    if (request) clearTimeout(request.timer);
    this.#pending.delete(stream);
    return request;
  }

  #fail(what: string, cause?: unknown): void {
    this.#failure ??= new RigError(RigErrorCode.CqlUnreachable, `The connection to ${this.#peer} ${what}`, {
      retryable: true,
      cause,
    });
    for (const stream of [...this.#pending.keys()]) this.#forget(stream)?.reject(this.#failure);
  }
}
