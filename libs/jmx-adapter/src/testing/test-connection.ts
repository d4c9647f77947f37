import { type Log } from '@reaper-sidecar/repair-core';
import { VirtualTime } from '@reaper-sidecar/repair-core/testing';
import { NodeConnection } from '../connection/node-connection.js';
import { type FakeCassandra } from './fake-cassandra.js';

/** Log lines as "level message". */
export class RecordingLog implements Log {
  readonly lines: string[] = [];
  readonly debug = (message: string) => void this.lines.push(`debug ${message}`);
  readonly info = (message: string) => void this.lines.push(`info ${message}`);
  readonly warn = (message: string) => void this.lines.push(`warn ${message}`);
  readonly error = (message: string) => void this.lines.push(`error ${message}`);
}

/** A connection to a fake node in virtual time, first retry after 250 ms, at most 5 s. */
export function testConnection(node: FakeCassandra) {
  const time = new VirtualTime();
  const log = new RecordingLog();
  const connection = new NodeConnection({
    endpoint: { host: '127.0.0.1', port: 7199 },
    open: node.open,
    clock: time,
    timers: time,
    log,
    retryMinMs: 250,
    retryMaxMs: 5_000,
  });
  return { connection, time, log };
}
