import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** What a target answers while it is away; the next one is tried, as any balancer does. */
const CONNECT_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH']);

/** The plainest load balancer: the next request goes to the next target, whoever sends it. */
export class RoundRobinBalancer {
  readonly #server: Server;
  #next = 0;

  private constructor(readonly targets: readonly string[]) {
    this.#server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing, this.targets.length));
  }

  /** Listens on loopback; port 0 takes a free one. */
  static async listen(targets: readonly string[], port = 0): Promise<RoundRobinBalancer> {
    const balancer = new RoundRobinBalancer(targets);
    await new Promise<void>((resolve, reject) => {
      balancer.#server.once('error', reject);
      balancer.#server.listen(port, '127.0.0.1', resolve);
    });
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse, triesLeft: number): void {
    const target = this.targets[this.#next++ % this.targets.length] as string;
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-served-by': target });
        // Not pipe(): when the sidecar dies in mid-answer the client must see the end, or a dead stream looks alive.
        pipeline(answer, outgoing, () => undefined);
      },
    );
    outgoing.once('close', () => onward.destroy());
    onward.once('error', (error: NodeJS.ErrnoException) => {
      const unsent = CONNECT_ERRORS.has(error.code ?? '') && !outgoing.headersSent && incoming.method === 'GET';
      if (unsent && triesLeft > 1) return this.#forward(incoming, outgoing, triesLeft - 1);
      if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain' });
      outgoing.end(`${target} did not answer: ${error.message}`);
    });
    incoming.pipe(onward);
  }
}
