import { type RunCreation } from '@reaper-sidecar/repair-core';
import { SIMULATED_KEYSPACE, type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';
import { formatRange } from '@reaper-sidecar/segment-planner';
import { type Hazards } from './hazards.js';
import { pickBy } from './pick-by.js';
import { type EventKind, type PlannedEvent } from './plan.js';
import { StorageBlows } from './storage-blows.js';
import { TopologyBlows } from './topology-blows.js';
import { type Users } from './users.js';

type Blow = (event: PlannedEvent) => void | Promise<void>;

/** Does to a cluster what the plan says. */
export class Blows {
  /** How many were done, by kind. */
  readonly counts: Partial<Record<EventKind, number>> = {};
  readonly topology: TopologyBlows;
  readonly #storage: StorageBlows;
  readonly #runs: RunCreation[] = [];
  #isOver = false;
  #dead: SimulatedSidecar | undefined;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly hazards: Hazards,
    private readonly users: Users,
  ) {
    this.topology = new TopologyBlows(cluster, (sidecar) => this.begin(sidecar));
    this.#storage = new StorageBlows(cluster);
  }

  /** A sidecar takes part from now on. */
  begin(sidecar: SimulatedSidecar): void {
    this.hazards.watch(sidecar);
    sidecar.boot();
  }

  /** Users know of this run. */
  know(run: RunCreation): void {
    this.#runs.push(run);
  }

  async strike(event: PlannedEvent): Promise<void> {
    if (this.#isOver) return;
    this.counts[event.kind] = (this.counts[event.kind] ?? 0) + 1;
    this.cluster.tell(`*** ${event.kind}`);
    const blow = this.#blows[event.kind];
    if (blow) await blow(event);
    else if (this.#runs.length > 0) await this.users.act(event.kind, pickBy(event.who, this.#runs), event.how);
  }

  /** Everything works from now on; `staysDead` chooses a sidecar that does not. */
  end(staysDead: number | undefined): void {
    this.#isOver = true;
    this.hazards.end();
    this.topology.end();
    const members = this.topology.members();
    const dead = staysDead === undefined ? undefined : pickBy(staysDead, members);
    this.#dead = dead;
    dead?.kill();
    for (const sidecar of members) {
      sidecar.process?.stores.client.heal();
      sidecar.process?.gate.resume();
      if (sidecar !== dead) sidecar.boot();
    }
    if (dead) this.cluster.tell(`${dead.hostId.slice(-4)} stays dead`);
  }

  readonly #blows: Partial<Record<EventKind, Blow>> = {
    'crash of a busy sidecar': (event) => this.#crash(this.#busy(event), pickBy(event.how, [500, 5_000, 40_000])),
    crash: (event) => this.#crash(this.#any(event), pickBy(event.how, [500, 5_000, 80_000])),
    'crash of the leader': (event) => this.#crash(this.#leader(event), pickBy(event.how, [500, 5_000, 40_000])),
    'pause of a busy sidecar': (event) => this.#busy(event).pause(pickBy(event.how, [2_000, 8_000, 22_000, 60_000])),
    pause: (event) => this.#any(event).pause(pickBy(event.how, [2_000, 8_000, 22_000, 60_000])),
    'pause of the leader': (event) => this.#leader(event).pause(pickBy(event.how, [4_000, 9_000, 14_000, 30_000])),
    'restart of a node': (event) => this.topology.restart(this.#any(event)),
    'restart of a sidecar': (event) => this.#restart(this.#any(event)),
    'storage unavailable': (event) => this.#storage.unavailable(this.#any(event), event.how),
    'storage answers lost': (event) => this.#storage.loseAnswers(this.#any(event), 'applied', event.how),
    'storage writes lost': (event) => this.#storage.loseAnswers(this.#any(event), 'lost', event.how),
    'storage writes late': (event) => this.#storage.loseAnswers(this.#leader(event), 'late', event.how),
    'storage writes on one replica': (event) => this.#storage.loseAnswers(this.#leader(event), 'half', event.how),
    'storage slow': (event) => this.#storage.slow(this.#any(event), event.how),
    'clock step': (event) => this.#stepClock(this.#any(event), event.how),
    'node unreachable': (event) => this.#disconnect(this.#any(event), pickBy(event.how, [500, 5_000, 30_000])),
    'node down': (event) => this.topology.down(this.#any(event), pickBy(event.how, [5_000, 20_000, 60_000])),
    'events dropped': (event) => this.#busy(event).node.loseEvents(),
    'foreign repair': (event) => this.#foreignRepair(this.#any(event), pickBy(event.how, [3_000, 15_000, 45_000])),
    'leader freezes before it gives work': (event) => this.#freezeLeader(this.#leader(event), event.how),
    'leader freezes before it ends a run': (event) => this.#freezeInFinish(this.#leader(event), event.how),
    'worker freezes before its intent': (event) => this.#freezeWorker(this.#busy(event), event.how),
    'worker is not heard': (event) => this.#storage.silence(this.#busy(event), event.how),
    'worker dies in a long command': (event) => this.#dieInLongCommand(this.#busy(event)),
    'worker dies before its outcome': (event) => this.#dieAt(this.#busy(event), 'segments.writeOutcome', event.how),
    'worker dies after its outcome': (event) => this.#dieAfterOutcome(this.#busy(event), event.how),
    'worker dies without its outcome': (event) => this.#dieWithoutOutcome(this.#busy(event), event.how),
    'worker dies behind its start': (event) => this.#dieBehindStart(this.#busy(event), event.how),
    join: (event) => this.topology.join(event.how),
    leave: (event) => this.topology.leave(event.who),
    move: (event) => this.topology.move(this.#any(event), event.how),
    replace: (event) => this.topology.replace(event.who),
    'replication altered': () => this.topology.alter(),
    'table dropped': (event) => this.#dropTable(event.who),
    'keyspace dropped': () => this.#dropKeyspace(),
  };

  #any({ who }: PlannedEvent): SimulatedSidecar {
    return pickBy(who, this.topology.members());
  }

  #busy(event: PlannedEvent): SimulatedSidecar {
    const running = this.cluster.runningCommands();
    return running.length === 0 ? this.#any(event) : this.cluster.sidecar(pickBy(event.who, running).hostId);
  }

  #leader(event: PlannedEvent): SimulatedSidecar {
    return this.cluster.leader ?? this.#any(event);
  }

  #crash(sidecar: SimulatedSidecar, forMs: number): void {
    if (this.#isOver) return;
    sidecar.kill();
    void this.cluster.time.sleep(forMs).then(() => this.#reboot(sidecar));
  }

  #reboot(sidecar: SimulatedSidecar): void {
    if (sidecar !== this.#dead && this.topology.isMember(sidecar)) sidecar.boot();
  }

  #freezeLeader(sidecar: SimulatedSidecar, how: number): void {
    const forMs = pickBy(how, [6_000, 14_000, 20_000, 32_000, 45_000, 60_000]);
    this.hazards.ambushes.lay(sidecar, 'assignments.write', () => sidecar.pause(forMs));
  }

  /** And users pause all runs for a moment just then: what was given is taken away, and given anew. */
  #freezeWorker(sidecar: SimulatedSidecar, how: number): void {
    const forMs = pickBy(how, [1_000, 2_000, 3_000, 4_000, 20_000, 30_000, 45_000, 60_000]);
    this.hazards.ambushes.lay(sidecar, 'nodeStates.write', () => {
      sidecar.pause(forMs);
      if ((how * 7) % 1 < 0.7) for (const run of this.#runs) void this.users.act('user pauses', run, 0);
    });
  }

  /** And users ask for a segment just then. */
  #freezeInFinish(sidecar: SimulatedSidecar, how: number): void {
    this.hazards.ambushes.lay(sidecar, pickBy(how, ['runs.writeResult', 'runs.end']), () => {
      sidecar.pause(pickBy((how * 7) % 1, [1_000, 3_000, 20_000]));
      for (const run of this.#runs) void this.users.act('user replays', run, how);
    });
  }

  #dieAt(sidecar: SimulatedSidecar, call: string, how: number): void {
    this.hazards.ambushes.lay(sidecar, call, () => this.#crash(sidecar, pickBy(how, [500, 3_000, 40_000])));
  }

  #dieAfterOutcome(sidecar: SimulatedSidecar, how: number): void {
    this.hazards.ambushes.lay(sidecar, 'segments.writeOutcome', () => this.#dieAt(sidecar, 'nodeStates.write', how));
  }

  /** Its progress is durable, its outcome is not. */
  #dieWithoutOutcome(sidecar: SimulatedSidecar, how: number): void {
    this.hazards.ambushes.lay(sidecar, 'segments.writeOutcome', () => {
      sidecar.process?.stores.client.fail(20, (operation) => operation === 'segments.writeOutcome');
      void this.cluster.time.sleep(pickBy(how, [3_000, 6_000])).then(() => this.#crash(sidecar, 1_000));
    });
  }

  /** Its intent was lost; whoever starts all the same leaves a command that nobody knows. */
  #dieBehindStart(sidecar: SimulatedSidecar, how: number): void {
    this.hazards.ambushes.lay(sidecar, 'nodeStates.write', () => {
      sidecar.process?.stores.client.loseAnswer('lost', { matches: (operation) => operation === 'nodeStates.write' });
      void this.cluster.time.sleep(200).then(() => this.#crash(sidecar, pickBy(how, [500, 3_000, 40_000])));
    });
  }

  /** One at a time, and not the leader: somebody must be there to judge the command, which runs on. */
  #dieInLongCommand(sidecar: SimulatedSidecar): void {
    if (sidecar.leads || this.topology.members().some(({ isUp }) => !isUp)) return;
    const { behave } = sidecar;
    sidecar.behave = () => {
      sidecar.behave = behave;
      void this.cluster.time.sleep(3_000).then(() => this.#crash(sidecar, 60_000));
      return { durationMs: 60_000 };
    };
  }

  async #restart(sidecar: SimulatedSidecar): Promise<void> {
    const { process } = sidecar;
    if (!process || process.gate.dead || process.gate.paused) return;
    void sidecar.stop();
    await this.cluster.time.sleep(5_000);
    // A store that does not answer may keep it from ending in time; then it is killed.
    process.gate.kill();
    this.#reboot(sidecar);
  }

  #stepClock(sidecar: SimulatedSidecar, how: number): void {
    sidecar.clockOffsetMs += pickBy(how, [-7_200_000, -3_600_000, -30_000, -5_000, 5_000, 30_000, 3_600_000]);
    // Clocks are often set right by a restart.
    if ((how * 70) % 1 < 0.5) this.#crash(sidecar, 500);
  }

  #disconnect({ node }: SimulatedSidecar, forMs: number): void {
    node.disconnect();
    void this.cluster.time.sleep(forMs).then(() => node.reconnect());
  }

  #foreignRepair(sidecar: SimulatedSidecar, forMs: number): void {
    const own = this.cluster.ring.find(({ replicas }) => replicas.includes(sidecar.hostId));
    if (!own) return;
    const command = sidecar.node.startForeign({
      ...{ keyspace: SIMULATED_KEYSPACE, tables: ['theirs'], ranges: [formatRange(own.range)], mode: 'full' },
      ...{ parallelism: 'parallel', datacenters: [], hosts: [], jobThreads: 1 },
    });
    const others = own.replicas.filter((hostId) => hostId !== sidecar.hostId);
    const nodes = others.flatMap((hostId) => this.cluster.sidecarIfAny(hostId)?.node ?? []);
    for (const node of nodes) node.otherSessions += 1;
    void this.cluster.time.sleep(forMs).then(() => {
      sidecar.node.end(command);
      for (const node of nodes) node.otherSessions -= 1;
    });
  }

  #dropTable(who: number): void {
    const tables = this.#runs.length > 0 ? pickBy(who, this.#runs).unit.tables : [];
    this.cluster.tables = this.cluster.tables.filter((table) => !tables.includes(table));
  }

  #dropKeyspace(): void {
    this.cluster.keyspaceExists = false;
  }
}
