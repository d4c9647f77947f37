import { createServer } from 'node:net';
import { RigError, RigErrorCode, systemErrorCode } from '../errors.js';
import { describeListener } from './port-holder.js';

export interface PortClaim {
  readonly host: string;
  readonly port: number;
  /** What the port is for, e.g. `CQL of node 2`. */
  readonly purpose: string;
}

/** Whether a server could listen there now. */
export function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const code = systemErrorCode(error);
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(false);
      else reject(unusable(host, port, error));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Fails with all the taken ports at once, and who holds them. */
export async function requireFreePorts(claims: readonly PortClaim[]): Promise<void> {
  const taken: PortClaim[] = [];
  for (const claim of claims) if (!(await isPortFree(claim.host, claim.port))) taken.push(claim);
  if (taken.length === 0) return;
  const list = taken.map(
    (claim) => `${claim.host}:${claim.port} (${claim.purpose}) by ${describeListener(claim.host, claim.port)}`,
  );
  throw new RigError(
    RigErrorCode.PortInUse,
    `In use already: ${list.join(', ')}. End that process, or move the cluster with --prefix, --cql-port, --storage-port and --jmx-base`,
    { retryable: true, details: { ports: taken } },
  );
}

function unusable(host: string, port: number, cause: Error): RigError {
  return new RigError(
    RigErrorCode.UnsupportedPlatform,
    `This machine cannot listen on ${host}:${port}: ${cause.message}. All of 127.0.0.0/8 must belong to the loopback interface, as on Linux`,
    { cause, details: { host, port } },
  );
}
