import type { HostFacts, WaitingSet } from './admission-input.js';
import type { Obstacle } from './obstacle.js';

type Eligibility = Pick<WaitingSet, 'coordinators'>;

/** Hosts of the set that may coordinate and whose sidecar lives and reaches its node. */
export function eligibleCoordinators(hosts: readonly HostFacts[], set: Eligibility): readonly HostFacts[] {
  return hosts.filter((host) => isEligible(host, set));
}

function isEligible({ hostId, sidecar, pressure }: HostFacts, { coordinators }: Eligibility): boolean {
  if (sidecar !== 'live' || pressure?.unreachable !== undefined) return false;
  return !coordinators || coordinators.includes(hostId);
}

/** The one among the free ones that coordinated longest ago, so that the load spreads. */
export function chooseCoordinator(
  eligible: readonly HostFacts[],
  isFree: (hostId: string) => boolean,
): string | undefined {
  const free = eligible.filter(({ hostId }) => isFree(hostId));
  free.sort((a, b) => a.lastCoordinated - b.lastCoordinated || (a.hostId < b.hostId ? -1 : 1));
  return free[0]?.hostId;
}

/** Why nobody of the set can coordinate, or undefined if somebody can once it is free. */
export function coordinatorObstacle(replicas: readonly HostFacts[], set: WaitingSet): Obstacle | undefined {
  if (replicas.some((host) => isEligible(host, set))) return undefined;
  const { participants, coordinators = participants } = set;
  const hosts = replicas.filter(({ hostId }) => coordinators.includes(hostId));
  const unreachable = hosts.filter(({ sidecar }) => sidecar === 'live');
  if (unreachable.length > 0) {
    const evidence = unreachable.map(({ name, pressure }) => `${name}: ${pressure?.unreachable}`).join('; ');
    return { code: 'NODE_UNREACHABLE', evidence };
  }
  const said = hosts.map(({ name, sidecar, silentForMs }) =>
    sidecar === 'none' ? `${name} never had one` : `${name} is silent for ${Math.round(silentForMs / 1000)} s`,
  );
  return { code: 'NO_LIVE_SIDECAR', evidence: said.join(', ') || `no host among ${coordinators.join(', ')} is known` };
}
