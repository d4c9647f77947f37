import type { Log } from '@reaper-sidecar/repair-core';
import type { Config } from '../config/config.js';
import { sidecarVersion } from '../version.js';
import { openNode } from './open-node.js';
import { openStorage } from './open-storage.js';
import { pinoLog } from './pino-log.js';
import { Sidecar } from './sidecar.js';
import { systemRuntime } from './system-runtime.js';

/** A stop that takes longer ends the process the hard way; whatever runs is adopted by the next one. */
const STOP_PATIENCE_MS = 15_000;

/** Runs the sidecar until a signal ends it. */
export async function serve(config: Config): Promise<void> {
  const log = pinoLog(config.log.level);
  const version = sidecarVersion();
  const runtime = systemRuntime(log);
  endOnMistakes(log);
  log.info('Starting', { version, node: process.versions.node, pid: process.pid });
  const storage = openStorage(config.cassandra, version, runtime);
  const sidecar = new Sidecar({ config, version, runtime, storage, node: openNode(config.jmx, runtime) });
  endOnSignals(sidecar, log);
  try {
    await sidecar.start();
  } catch (error) {
    log.error('Cannot start', { error });
    process.exit(1);
  }
}

function endOnSignals(sidecar: Sidecar, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('Stopping', { signal });
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    sidecar.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('Stopped with an error', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** After a mistake of the program nothing it believes can be trusted; the next process starts from what is stored. */
function endOnMistakes(log: Log): void {
  const end = (error: unknown) => {
    log.error('Unexpected error, ending', { error });
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
