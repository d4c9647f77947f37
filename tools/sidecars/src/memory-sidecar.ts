import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SidecarProcess } from './sidecar-process.js';

const PROGRAM = join(
  dirname(dirname(dirname(__dirname))),
  'apps',
  'sidecar',
  'dist',
  'testing',
  'serve-from-memory.js',
);

/** The first user of every sidecar over memory. */
export const MEMORY_OPERATOR = { user: 'first-operator', password: 'walnut-Harbour-93-lantern' } as const;

/** A sidecar of its own cluster, which is in memory: three nodes and the keyspaces `shop`, `metrics` and others. */
export async function startMemorySidecar(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<SidecarProcess> {
  const [httpPort, jmxPort] = [await freePort(), await freePort()];
  const passwordFile = join(folder, 'password.txt');
  mkdirSync(folder, { recursive: true });
  writeFileSync(passwordFile, MEMORY_OPERATOR.password, { mode: 0o600 });
  const sidecar = new SidecarProcess({
    program: PROGRAM,
    node: { address: '127.0.0.1', cqlPort: 9042, jmxPort },
    httpPort,
    logFile: join(folder, 'sidecar.log'),
    env: {
      REAPER_BOOTSTRAP_USER: MEMORY_OPERATOR.user,
      REAPER_BOOTSTRAP_PASSWORD_FILE: passwordFile,
      // All requests come from one address and few callers.
      REAPER_HTTP_REQUESTS_PER_SECOND: '100000',
      REAPER_HTTP_CALLER_REQUESTS_PER_SECOND: '100000',
      ...env,
    },
  });
  await sidecar.start();
  await untilLoginIsNeeded(sidecar);
  return sidecar;
}

/** The first user is created a moment after the API answers. */
async function untilLoginIsNeeded({ api }: SidecarProcess): Promise<void> {
  for (;;) {
    const { response } = await api.GET('/api/v1/auth/me');
    if (response.status === 401) return;
    await sleep(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
