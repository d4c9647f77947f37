import type { AdmissionInput, HostFacts, HostGate, WaitingSet } from './admission-input.js';
import { arrivalObstacle, isArriving } from './arrival.js';
import { coordinatorObstacle } from './coordinator.js';
import { worseObstacle, worstObstacle, type Obstacle, type ObstacleCode } from './obstacle.js';
import { hostObstacles } from './pressure.js';

/** Looks up what keeps replica sets from running, apart from the nodes being in use. */
export class SetObstacles {
  readonly #ofHost = new Map<string, Obstacle | undefined>();
  /** Mostly empty, which spares looking at all neighbours. */
  readonly #closed: ReadonlyMap<string, Obstacle>;
  readonly #arriving: readonly HostFacts[];
  /** Of the whole cluster; mostly none, which spares looking at every set. */
  readonly #majors: Obstacle | undefined;
  readonly #schema: Obstacle | undefined;

  constructor(private readonly input: AdmissionInput) {
    const closed = [...input.hosts.values()].map((host) => [host.hostId, gateObstacle(host)] as const);
    this.#closed = new Map(closed.flatMap(([hostId, obstacle]) => (obstacle ? [[hostId, obstacle]] : [])));
    this.#arriving = [...input.hosts.values()].filter(isArriving);
    this.#majors = majorVersions([...input.hosts.values()]);
    this.#schema = this.#schemaObstacle();
  }

  host(hostId: string): HostFacts {
    return this.input.hosts.get(hostId) ?? unknownHost(hostId);
  }

  hosts(set: WaitingSet): readonly HostFacts[] {
    return set.participants.map((hostId) => this.host(hostId));
  }

  /** @param hosts of the set */
  worst(set: WaitingSet, hosts: readonly HostFacts[]): Obstacle | undefined {
    let worst = this.#schema;
    if (this.#majors) worst = worseObstacle(worst, majorVersions(hosts));
    worst = worseObstacle(worst, arrivalObstacle(this.#arriving, hosts));
    worst = worseObstacle(worst, coordinatorObstacle(hosts, set));
    worst = worseObstacle(worst, retry(set));
    for (const { hostId } of hosts) worst = worseObstacle(worst, this.#around(hostId));
    return worst;
  }

  /** Of the host itself, and the closed hosts around it: any of them could still be starting something with it. */
  #around(hostId: string): Obstacle | undefined {
    const known = this.#ofHost.get(hostId);
    if (known || this.#ofHost.has(hostId)) return known;
    const obstacles = [...hostObstacles(this.host(hostId), this.input.limits), ...this.#closedAround(hostId)];
    const found = worstObstacle(obstacles);
    this.#ofHost.set(hostId, found);
    return found;
  }

  #closedAround(hostId: string): readonly Obstacle[] {
    if (!this.input.hosts.has(hostId))
      return [{ code: 'HOST_NOT_OPEN', evidence: `nothing is known of ${hostId} yet` }];
    if (this.#closed.size === 0) return [];
    const near = [...new Set([hostId, ...this.input.neighbours(hostId)])];
    return near.map((one) => this.#closed.get(one)).filter((obstacle) => obstacle !== undefined);
  }

  /** Nodes of different majors have different system tables, and so disagree until the last one is upgraded. */
  #schemaObstacle(): Obstacle | undefined {
    const versions = this.input.schemaVersions;
    if (versions.length < 2) return undefined;
    return (
      this.#majors ?? {
        code: 'SCHEMA_DISAGREEMENT',
        evidence: `${versions.length} schema versions: ${versions.join(', ')}`,
      }
    );
  }
}

function gateObstacle({ gate, name }: HostFacts): Obstacle | undefined {
  if (gate.open) return undefined;
  const code = GATE_CODES[gate.why];
  return {
    code,
    evidence: GATE_EVIDENCE[gate.why](name),
    ...(gate.opensInMs !== undefined && { forMs: gate.opensInMs }),
  };
}

type ClosedBecause = Extract<HostGate, { open: false }>['why'];

const GATE_CODES: Record<ClosedBecause, ObstacleCode> = {
  fencing: 'HOST_NOT_OPEN',
  unwritable: 'FENCE_UNWRITABLE',
  unreadable: 'PROTOCOL_UNSUPPORTED',
  unconfirmed: 'HOST_NOT_OPEN',
};

const GATE_EVIDENCE: Record<ClosedBecause, (name: string) => string> = {
  fencing: (name) => `the list of ${name} is being taken over`,
  unwritable: (name) => `the list of ${name} cannot be written`,
  unreadable: (name) => `the sidecar of ${name} writes its state in a form that the leader cannot read`,
  unconfirmed: (name) => `${name} has not confirmed its new list yet`,
};

function retry({ ready, retry }: WaitingSet): Obstacle | undefined {
  if (ready > 0 || !retry) return undefined;
  return { code: 'RETRY_LATER', evidence: retry.failure, forMs: retry.inMs };
}

/** Streams between major versions fail. */
export function majorVersions(hosts: readonly Pick<HostFacts, 'name' | 'node'>[]): Obstacle | undefined {
  const versions = hosts.flatMap(({ name, node }) =>
    node?.releaseVersion === undefined ? [] : [{ name, major: node.releaseVersion.split('.')[0], ...node }],
  );
  if (new Set(versions.map(({ major }) => major)).size < 2) return undefined;
  return {
    code: 'MIXED_VERSIONS',
    evidence: versions.map(({ name, releaseVersion }) => `${name} runs ${releaseVersion}`).join(', '),
  };
}

function unknownHost(hostId: string): HostFacts {
  return {
    hostId,
    name: hostId,
    sidecar: 'none',
    silentForMs: 0,
    gate: { open: false, why: 'fencing' },
    tasks: [],
    coordinates: false,
    restsForMs: 0,
    lastCoordinated: 0,
  };
}
