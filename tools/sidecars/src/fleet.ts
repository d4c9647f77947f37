import { join } from 'node:path';
import type { CassandraNode } from '@reaper-sidecar/cassandra-rig';
import { RoundRobinBalancer } from './balancer.js';
import { SidecarProcess } from './sidecar-process.js';

export interface FleetOptions {
  readonly nodes: readonly CassandraNode[];
  /** Folder of the log files. */
  readonly logDirectory: string;
  /** The same on every sidecar, since each listens on the address of its own node. */
  readonly httpPort?: number;
  readonly balancerPort?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A sidecar beside every node and a balancer in front. */
export interface SidecarFleet {
  readonly sidecars: readonly SidecarProcess[];
  readonly balancer: RoundRobinBalancer;
  /** From the first spawn until all were ready, ms per sidecar. */
  readonly readyMs: readonly number[];
  stop(): Promise<void>;
}

/** Starts all sidecars at once and waits until each is ready. */
export async function startFleet(options: FleetOptions): Promise<SidecarFleet> {
  const sidecars = options.nodes.map(
    (node) =>
      new SidecarProcess({
        node,
        httpPort: options.httpPort ?? 8080,
        logFile: join(options.logDirectory, `sidecar-${node.index}.log`),
        ...(options.env ? { env: options.env } : {}),
      }),
  );
  const stopSidecars = () => Promise.all(sidecars.map((sidecar) => sidecar.stop()));
  try {
    const readyMs = await Promise.all(sidecars.map((sidecar) => sidecar.start()));
    const balancer = await RoundRobinBalancer.listen(
      sidecars.map((sidecar) => sidecar.url),
      options.balancerPort,
    );
    return {
      sidecars,
      balancer,
      readyMs,
      stop: async () => {
        await balancer.close();
        await stopSidecars();
      },
    };
  } catch (error) {
    await stopSidecars();
    throw error;
  }
}
