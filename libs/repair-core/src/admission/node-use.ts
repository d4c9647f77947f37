import type { AdmissionInput, Grant, HostFacts, WaitingSet } from './admission-input.js';
import { worseObstacle, worstObstacle, type Obstacle } from './obstacle.js';

/** Which nodes are in use, counting what was granted so far, and which are kept free for somebody. */
export class NodeUse {
  readonly #granted = new Map<string, Grant[]>();
  readonly #coordinating = new Set<string>();
  /** Host id → run for which it is kept free. */
  readonly #reserved = new Map<string, { readonly runId: string; readonly setKey: string }>();
  /** What every set with the host waits for, until more of it is granted: a host has many sets. */
  readonly #ofHost = new Map<string, Obstacle | undefined>();

  constructor(private readonly input: AdmissionInput) {}

  /** Why our own work keeps the set waiting, above all. */
  worst(runId: string, set: WaitingSet, hosts: readonly HostFacts[]): Obstacle | undefined {
    let worst: Obstacle | undefined;
    for (const host of hosts) {
      worst = worseObstacle(worst, this.#of(host));
      if (this.#reserved.size > 0) worst = worseObstacle(worst, this.#kept(host, runId, set));
    }
    return worst;
  }

  #of(host: HostFacts): Obstacle | undefined {
    const known = this.#ofHost.get(host.hostId);
    if (known || this.#ofHost.has(host.hostId)) return known;
    const found = worstObstacle([
      this.#inDoubt(host),
      this.#undelivered(host),
      this.#cancelling(host),
      this.#inUse(host),
      resting(host),
    ]);
    this.#ofHost.set(host.hostId, found);
    return found;
  }

  isFreeToCoordinate(host: HostFacts): boolean {
    return !host.coordinates && !this.#coordinating.has(host.hostId);
  }

  take(grant: Grant, participants: readonly string[]): void {
    this.#coordinating.add(grant.coordinator);
    for (const hostId of participants) {
      this.#granted.set(hostId, [...(this.#granted.get(hostId) ?? []), grant]);
      this.#ofHost.delete(hostId);
    }
  }

  reserve(runId: string, set: WaitingSet): void {
    for (const hostId of set.participants) {
      if (!this.#reserved.has(hostId)) this.#reserved.set(hostId, { runId, setKey: set.key });
    }
  }

  /** Whether a host of the set is kept free for somebody else. */
  isReservedForOthers(runId: string, setKey: string, participants: readonly string[]): boolean {
    return participants.some((hostId) => {
      const by = this.#reserved.get(hostId);
      return by !== undefined && (by.runId !== runId || by.setKey !== setKey);
    });
  }

  #inUse(host: HostFacts): Obstacle | undefined {
    const granted = this.#granted.get(host.hostId) ?? [];
    const { maxRepairsPerNode } = this.input.limits;
    if (host.tasks.length + granted.length < maxRepairsPerNode) return undefined;
    const task = host.tasks[0] ?? granted[0];
    const by = task ? `run ${task.runId}, coordinated by ${this.#nameOf(task.coordinator)}` : 'other work';
    return { code: 'REPLICA_BUSY', evidence: `${host.name} takes part in ${by}` };
  }

  #inDoubt({ tasks, name }: HostFacts): Obstacle | undefined {
    const task = tasks.find((one) => one.inDoubt);
    if (!task?.inDoubt) return undefined;
    const { silentForMs, releasedInMs } = task.inDoubt;
    const silent = `the sidecar of ${this.#nameOf(task.coordinator)} is silent for ${Math.round(silentForMs / 1000)} s`;
    return { code: 'IN_DOUBT', evidence: `${name} may still take part in its command; ${silent}`, forMs: releasedInMs };
  }

  #cancelling({ tasks, name }: HostFacts): Obstacle | undefined {
    const task = tasks.find((one) => one.cancelling !== undefined);
    if (!task || tasks.length < this.input.limits.maxRepairsPerNode) return undefined;
    const command = `${name} takes part in a cancelled command of ${this.#nameOf(task.coordinator)}`;
    return { code: 'CANCEL_WAITS', evidence: `${command}: ${task.cancelling}` };
  }

  #undelivered({ tasks }: HostFacts): Obstacle | undefined {
    const task = tasks.find((one) => one.undeliveredForMs !== undefined);
    if (task?.undeliveredForMs === undefined) return undefined;
    const seconds = Math.round(task.undeliveredForMs / 1000);
    const evidence = `the list of ${this.#nameOf(task.coordinator)} cannot be written for ${seconds} s; it may have arrived`;
    return { code: 'STORAGE_UNREACHABLE', evidence };
  }

  #nameOf(hostId: string): string {
    return this.input.hosts.get(hostId)?.name ?? hostId;
  }

  #kept(host: HostFacts, runId: string, set: WaitingSet): Obstacle | undefined {
    const by = this.#reserved.get(host.hostId);
    if (!by || !this.isReservedForOthers(runId, set.key, [host.hostId])) return undefined;
    return { code: 'REPLICA_BUSY', evidence: `${host.name} is kept free for run ${by.runId}, which waited longer` };
  }
}

function resting({ name, restsForMs }: HostFacts): Obstacle | undefined {
  if (restsForMs <= 0) return undefined;
  return { code: 'NODE_RESTING', evidence: `${name} rests after its last segment`, forMs: restsForMs };
}
