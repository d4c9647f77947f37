import type { Doorbell, Log, Runtime, SeenLease } from '@reaper-sidecar/repair-core';
import { MemoryCluster, VirtualTime, type MemoryStores } from '@reaper-sidecar/repair-core/testing';
import { randomUUID } from 'node:crypto';
import { Backend } from '../backend/backend.js';
import { FakeCassandra, hostIdOf } from './fake-cassandra.js';

export interface LogLine {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keeps what was logged. */
export class RecordedLog implements Log {
  readonly lines: LogLine[] = [];
  debug = this.recorder('debug');
  info = this.recorder('info');
  warn = this.recorder('warn');
  error = this.recorder('error');

  private recorder(level: keyof Log) {
    return (message: string, fields = {}) => void this.lines.push({ level, message, fields });
  }
}

/** Backend of one sidecar over memory stores and a fake node; time moves only when told. */
export class FakeBackend extends Backend implements Doorbell {
  readonly time = new VirtualTime();
  readonly log = new RecordedLog();
  readonly cassandra = new FakeCassandra();
  readonly cluster = this.cassandra;
  readonly schema = this.cassandra;
  readonly doorbell: Doorbell = this;
  readonly memory: MemoryStores;
  readonly runtime: Runtime;
  /** Hosts whose doorbell was rung. */
  readonly rung: string[] = [];
  looks = 0;
  seen: SeenLease | undefined;

  constructor(
    readonly shared: MemoryCluster = new MemoryCluster(),
    readonly hostId: string = hostIdOf(1),
  ) {
    super();
    this.memory = shared.connect();
    this.runtime = {
      clock: this.time,
      timers: this.time,
      entropy: { uuid: () => randomUUID(), random: () => 0.5 },
      log: this.log,
    };
  }

  get stores() {
    return this.memory;
  }

  self() {
    return { version: '1.2.3', hostId: this.hostId };
  }

  seenLease() {
    return this.seen;
  }

  look(): void {
    this.looks += 1;
  }

  ring(hostId: string): void {
    this.rung.push(hostId);
  }
}
