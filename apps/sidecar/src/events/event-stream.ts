import type { Response } from 'express';
import type { StreamEvent } from './event.js';

/** A browser that does not read may make us keep this much for it. */
const MAX_UNSENT_BYTES = 64 * 1024;

/** Server-sent events of one client. */
export class EventStream {
  /** Whether it has had its first event, and so takes part in what follows. */
  started = false;

  /** @param runId tells of this run only */
  constructor(
    private readonly response: Response,
    readonly runId?: string,
  ) {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.socket?.setKeepAlive(true, 30_000);
    response.write('retry: 2000\n\n');
  }

  wants(event: StreamEvent): boolean {
    if (this.runId === undefined || event.type === 'heartbeat') return true;
    return event.type === 'run' ? event.runId === this.runId : event.type === 'snapshot';
  }

  send(event: StreamEvent, id?: string): void {
    if (this.wants(event)) this.write(encode(event, id));
  }

  /** Drops a client that reads too slowly: it comes back with `Last-Event-ID` and misses nothing. */
  write(text: string): void {
    if (this.response.writableLength > MAX_UNSENT_BYTES) this.response.destroy();
    else if (!this.response.destroyed) this.response.write(text);
  }
}

export function encode({ type, ...data }: StreamEvent, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
