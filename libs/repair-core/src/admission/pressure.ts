import type { HostFacts } from './admission-input.js';
import type { AdmissionLimits } from './limits.js';
import type { Obstacle } from './obstacle.js';

/** Why this host should not take part in a repair now, whatever our own work. */
export function hostObstacles(host: HostFacts, limits: AdmissionLimits): readonly Obstacle[] {
  return [
    nodeObstacle(host),
    foreignRepair(host),
    pendingCompactions(host, limits),
    unknownPressure(host, limits),
  ].filter((obstacle) => obstacle !== undefined);
}

function nodeObstacle({ name, node, pressure, sidecar }: HostFacts): Obstacle | undefined {
  if (!node) return { code: 'REPLICA_DOWN', evidence: `${name} is not in the ring` };
  if (!node.up) return { code: 'REPLICA_DOWN', evidence: `${name} is down` };
  if (node.state !== 'NORMAL') return { code: 'NODE_NOT_NORMAL', evidence: `${name} is ${node.state}` };
  const mode = sidecar === 'live' ? pressure?.operationMode : undefined;
  if (mode !== undefined && mode !== 'NORMAL') return { code: 'NODE_NOT_NORMAL', evidence: `${name} says ${mode}` };
  return undefined;
}

/** What a silent sidecar last said of a foreign repair says nothing of now. */
function foreignRepair({ name, foreign, sidecar }: HostFacts): Obstacle | undefined {
  if (!foreign || sidecar !== 'live') return undefined;
  return { code: 'FOREIGN_REPAIR', evidence: `${name}: ${foreign.detail}` };
}

function pendingCompactions(host: HostFacts, { maxPendingCompactions, unknownPressureWaitMs }: AdmissionLimits) {
  const pending = host.pressure?.pendingCompactions;
  if (pending === undefined || pending <= maxPendingCompactions) return undefined;
  if (host.sidecar !== 'live' && host.silentForMs > unknownPressureWaitMs) return undefined;
  const evidence = `${host.name} has ${pending} pending compactions, the limit is ${maxPendingCompactions}`;
  return { code: 'PENDING_COMPACTIONS', evidence } as const;
}

/** A sidecar that is there and gives no figure is one whose Cassandra has none; a host without a sidecar never had any. */
function unknownPressure(host: HostFacts, { unknownPressureWaitMs }: AdmissionLimits): Obstacle | undefined {
  if (host.sidecar !== 'silent' || host.silentForMs > unknownPressureWaitMs) return undefined;
  const seconds = Math.round(host.silentForMs / 1000);
  return {
    code: 'PRESSURE_UNKNOWN',
    evidence: `${host.name} has not told its load for ${seconds} s and is treated as busy`,
    forMs: unknownPressureWaitMs - host.silentForMs,
  };
}
