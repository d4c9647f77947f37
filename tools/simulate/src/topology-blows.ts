import { type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';
import { PARTITIONERS } from '@reaper-sidecar/segment-planner';

const { minToken, ringSize } = PARTITIONERS.Murmur3Partitioner;

/** Streaming of a node that joins, leaves or moves. */
const STREAMING_MS = 8_000;

/** Changes the ring, and ends the commands that a change ends in Cassandra, too. */
export class TopologyBlows {
  readonly #replication: Readonly<Record<string, number>>;
  readonly #streaming = new Set<string>();
  #isOver = false;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly begin: (sidecar: SimulatedSidecar) => void,
  ) {
    this.#replication = cluster.layout.replication;
  }

  /** Sidecars whose nodes are in the ring. */
  members(): readonly SimulatedSidecar[] {
    return this.cluster.nodes.map(({ hostId }) => this.cluster.sidecar(hostId));
  }

  isMember({ hostId }: SimulatedSidecar): boolean {
    return this.cluster.nodes.some((node) => node.hostId === hostId);
  }

  /** Nodes are up and at rest from now on. */
  end(): void {
    this.#isOver = true;
    for (const { hostId, node } of this.members()) {
      this.cluster.setNode(hostId, { up: true, state: 'NORMAL' });
      node.reconnect();
    }
  }

  restart(sidecar: SimulatedSidecar): void {
    sidecar.restartNode();
    this.#endCommandsWith(sidecar.hostId);
  }

  /** Dead for the others; its process is gone. */
  down(sidecar: SimulatedSidecar, forMs: number): void {
    const { hostId, node } = sidecar;
    this.restart(sidecar);
    node.disconnect();
    this.cluster.setNode(hostId, { up: false });
    void this.cluster.time.sleep(forMs).then(() => {
      node.reconnect();
      this.cluster.setNode(hostId, { up: true });
    });
  }

  async join(how: number): Promise<void> {
    const joining = this.cluster.addNode([tokenAt(how), tokenAt((how * 31) % 1)]);
    this.begin(joining);
    await this.#stream(joining.hostId, 'JOINING');
  }

  async leave(who: number): Promise<void> {
    const leaving = this.#spare(who);
    if (!leaving) return;
    await this.#stream(leaving.hostId, 'LEAVING');
    if (this.#isOver) return;
    this.cluster.removeNode(leaving.hostId);
    this.#gone(leaving);
  }

  async move({ hostId }: SimulatedSidecar, how: number): Promise<void> {
    await this.#stream(hostId, 'MOVING');
    if (!this.#isOver && this.cluster.nodes.some((node) => node.hostId === hostId)) {
      this.cluster.layout.move(hostId, tokenAt(how));
    }
  }

  replace(who: number): void {
    const victim = this.#spare(who);
    if (!victim) return;
    const successor = this.cluster.replaceNode(victim.hostId);
    this.#gone(victim);
    this.begin(successor);
  }

  /** One replica fewer, or all again. */
  alter(): void {
    const { layout } = this.cluster;
    const fewer = Object.fromEntries(Object.entries(this.#replication).map(([name, copies]) => [name, copies - 1]));
    layout.alter(layout.replication === this.#replication ? fewer : this.#replication);
  }

  /** Somebody who may go without a datacenter getting fewer nodes than replicas. */
  #spare(who: number): SimulatedSidecar | undefined {
    const { nodes } = this.cluster;
    const spare = nodes.filter(({ hostId, datacenter }) => {
      const left = nodes.filter((node) => node.datacenter === datacenter).length - 1;
      return left >= (this.#replication[datacenter] ?? 0) && !this.#streaming.has(hostId);
    });
    const chosen = spare[Math.floor(who * spare.length)];
    return chosen && this.cluster.sidecar(chosen.hostId);
  }

  async #stream(hostId: string, state: 'JOINING' | 'LEAVING' | 'MOVING'): Promise<void> {
    this.#streaming.add(hostId);
    this.cluster.setNode(hostId, { state });
    await this.cluster.time.sleep(STREAMING_MS);
    this.cluster.setNode(hostId, { state: 'NORMAL' });
    this.#streaming.delete(hostId);
  }

  #gone(sidecar: SimulatedSidecar): void {
    sidecar.kill();
    sidecar.node.restart();
    sidecar.node.disconnect();
    this.#endCommandsWith(sidecar.hostId);
  }

  #endCommandsWith(hostId: string): void {
    for (const command of this.cluster.truth.with(hostId)) {
      const { node } = this.cluster.sidecar(command.hostId);
      for (const one of node.running()) {
        if (!one.foreign && one.command.ranges.join(',') === command.ranges) node.end(one, `Endpoint ${hostId} died`);
      }
    }
  }
}

function tokenAt(place: number): bigint {
  return minToken + (BigInt(Math.floor(place * 1e15)) * ringSize) / 10n ** 15n;
}
