import type { RepairCommand } from '../ports/repair-node.js';

/** A command that a simulated node really started. */
export interface StartedCommand {
  readonly hostId: string;
  readonly tables: string;
  readonly ranges: string;
  readonly participants: readonly string[];
  readonly startedAtMs: number;
  endedAtMs?: number;
  succeeded?: boolean;
}

/** The truth about commands of ours, and what must never happen among them. */
export class SimulatedCommands {
  /** Every command ever started, oldest first. */
  readonly all: StartedCommand[] = [];
  readonly #running = new Set<StartedCommand>();
  /** Running commands by participant. */
  readonly #byHost = new Map<string, Set<StartedCommand>>();

  constructor(
    private readonly maxRepairsPerNode: number,
    private readonly violated: (what: string) => void,
  ) {}

  get running(): readonly StartedCommand[] {
    return [...this.#running];
  }

  /** Running commands that the node takes part in. */
  with(hostId: string): ReadonlySet<StartedCommand> {
    return this.#byHost.get(hostId) ?? new Set();
  }

  begin(hostId: string, command: RepairCommand, participants: readonly string[], atMs: number): StartedCommand {
    const ranges = command.ranges.join(',');
    const started = { hostId, participants, tables: command.tables.join(','), ranges, startedAtMs: atMs };
    this.all.push(started);
    this.#running.add(started);
    for (const participant of participants) this.#enter(participant, started);
    return started;
  }

  end(command: StartedCommand, atMs: number, succeeded: boolean): void {
    Object.assign(command, { endedAtMs: atMs, succeeded });
    this.#running.delete(command);
    for (const participant of command.participants) this.#byHost.get(participant)?.delete(command);
  }

  #enter(participant: string, started: StartedCommand): void {
    const with_ = this.#byHost.get(participant) ?? new Set();
    this.#byHost.set(participant, with_.add(started));
    if (with_.size <= this.maxRepairsPerNode) return;
    const others = [...with_].filter((one) => one !== started).map(({ ranges, hostId }) => `${ranges} on ${hostId}`);
    this.violated(`I1 ${participant} in ${started.ranges} on ${started.hostId} and in ${others.join(' and in ')}`);
  }
}
