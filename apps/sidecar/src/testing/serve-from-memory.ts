import 'reflect-metadata';
import { MemoryCluster } from '@reaper-sidecar/repair-core/testing';
import { pinoLog } from '../composition/pino-log.js';
import { Sidecar } from '../composition/sidecar.js';
import { systemRuntime } from '../composition/system-runtime.js';
import { loadConfig } from '../config/load-config.js';
import { sidecarVersion } from '../version.js';
import { memoryParts } from './memory-parts.js';

/** `node dist/testing/serve-from-memory.js`: a whole sidecar with the settings of its environment, over memory and a fake node. Nothing is left of it when it ends. */
async function serveFromMemory(): Promise<void> {
  const config = loadConfig(undefined, process.env);
  const runtime = systemRuntime(pinoLog(config.log.level));
  const sidecar = new Sidecar({
    config,
    version: sidecarVersion(),
    runtime,
    ...memoryParts(new MemoryCluster(), 1, runtime),
  });
  process.once('SIGTERM', () => void sidecar.stop().finally(() => process.exit(0)));
  await sidecar.start();
}

void serveFromMemory();
