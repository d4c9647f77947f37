import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Runtime } from '@reaper-sidecar/repair-core';

const RETRY_MS = 500;

/** A predecessor that gave up its place beside the node closes its port within this time. */
const PATIENCE_MS = 15_000;

export interface ListenOptions {
  readonly address: string;
  readonly port: number;
  /** Whether somebody may rightly hold the port: the sidecar that this one waits for. */
  mayWait(): boolean;
  readonly signal: AbortSignal;
  readonly runtime: Pick<Runtime, 'clock' | 'timers' | 'log'>;
}

/**
 * Listens; while the port is taken it waits for a predecessor to end.
 *
 * @throws Error when the address is wrong, or the port is still taken although no predecessor runs
 */
export async function listenWhenFree(server: Server, options: ListenOptions): Promise<void> {
  const { address, port, signal, runtime } = options;
  let waitingSince = runtime.clock.monotonicMs();
  for (let said = false; !signal.aborted; said = true) {
    try {
      server.listen(port, address);
      // Rejects with the first error.
      await once(server, 'listening');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      const now = runtime.clock.monotonicMs();
      if (options.mayWait()) waitingSince = now;
      if (now - waitingSince > PATIENCE_MS) {
        throw new Error(`Port ${port} of ${address} is taken by another program; free it, or set http.port`, {
          cause: error,
        });
      }
      if (!said) runtime.log.warn('Port is taken, waiting until it is free', { address, port });
    }
    await runtime.timers.sleep(RETRY_MS, signal);
  }
}
