import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller, Callers } from './callers.js';
import { KNOWN_USER } from './known-names.js';
import type { Tally } from './tally.js';

/** Streams of events have no end, and the fuzzer waits for one. */
const STREAM_MS = 20;

/**
 * Stands between the fuzzer and a sidecar: adds the login of a caller, renews it after operations that end it, ends event streams, and counts.
 */
export class Gateway {
  readonly #server: Server;
  #token: string | undefined;

  constructor(
    private readonly sidecarUrl: string,
    private readonly caller: Caller,
    private readonly callers: Callers,
    private readonly tally: Tally,
  ) {
    this.#server = createServer((asked, answered) => {
      this.forward(asked, answered).catch((error: unknown) => answered.destroy(error as Error));
    });
  }

  /** @returns its URL */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  private async forward(asked: IncomingMessage, answered: ServerResponse): Promise<void> {
    const { method = 'GET' } = asked;
    // The accounts that we log in with have to last, whatever the fuzzer does to a user that it finds in the list.
    const url = (asked.url ?? '/').replace(/\/users\/first-(?:operator|viewer)\b/, `/users/${KNOWN_USER}`);
    const headers = { ...asked.headers };
    const token = await this.token();
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const sent = request(this.sidecarUrl, { method, path: url, headers });
    asked.pipe(sent);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const status = answer.statusCode ?? 0;
    this.tally.count(this.caller, method, url, status);
    if (status === 401) this.#token = undefined;
    answered.writeHead(status, answer.headers);
    answer.pipe(answered);
    if (answer.headers['content-type']?.startsWith('text/event-stream')) {
      setTimeout(() => {
        answered.end();
        answer.destroy();
      }, STREAM_MS);
    }
  }

  private async token(): Promise<string | undefined> {
    if (this.caller !== 'nobody') this.#token ??= await this.callers.login(this.caller);
    return this.#token;
  }
}
