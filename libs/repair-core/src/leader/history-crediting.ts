import { partitionerFromClassName, type Partitioner } from '@reaper-sidecar/segment-planner';
import { ageIntervals, oldestLookup } from '../ages/age-map.js';
import { creditsByTable } from '../ages/age-rows.js';
import { creditsOfRecorded } from '../ages/recorded-credits.js';
import type { AgeRow } from '../ages/repair-age-store.js';
import type { KeyspaceInfo } from '../ports/cluster-view.js';
import { HistoryCursor } from './history-cursor.js';
import type { Reign } from './reign.js';

/** All keyspaces are looked at this often, and less often when they are many: about one statement in 20 s. */
const PASS_EVERY_MS = 120_000;
const MS_PER_KEYSPACE = 20_000;
/** A credit that makes a range younger by less than this is the same repair, told by another clock. */
const SAME_REPAIR_MS = 5_000;
/** Commands whose records are read for one keyspace in one pass. */
const MOST_COMMANDS = 500;

/**
 * Credits repairs that others did, for example with nodetool, from what Cassandra records of all nodes. Only what is new
 * since the last look is read; how far that was is a note for the next leader.
 */
export class HistoryCrediting {
  readonly #cursor: HistoryCursor;
  /** Start of commands that are dealt with, by their session. */
  readonly #handled = new Map<string, number>();
  #nextAt: number;
  #busy: Promise<void> = Promise.resolve();
  #passing = false;

  constructor(private readonly reign: Reign) {
    this.#cursor = new HistoryCursor(reign);
    this.#nextAt = reign.now() + reign.timings.idleTickMs;
  }

  /** Begins a pass when one is due. It goes on beside the ticks. */
  run(): void {
    const { deps } = this.reign;
    if (this.#passing || this.reign.now() < this.#nextAt || !deps.repairHistory || !deps.schema?.keyspaces) return;
    this.#passing = true;
    void this.#pass()
      .catch((error: unknown) => deps.runtime.log.warn('Repairs of others not read, trying again', { error }))
      .finally(() => (this.#passing = false));
  }

  /** Credits what is new of one keyspace; resolves when that is done. */
  credit(keyspace: KeyspaceInfo): Promise<void> {
    const turn = this.#busy.then(() => this.#credit(keyspace));
    this.#busy = turn.catch(() => undefined);
    return turn;
  }

  async #pass(): Promise<void> {
    const { deps, tenure } = this.reign;
    this.#nextAt = this.reign.now() + PASS_EVERY_MS;
    const all = (await deps.schema?.keyspaces?.()) ?? [];
    const repairable = all.filter(
      ({ replicationClass, tables }) => replicationClass !== 'LocalStrategy' && tables.length > 0,
    );
    this.#nextAt = this.reign.now() + Math.max(PASS_EVERY_MS, repairable.length * MS_PER_KEYSPACE);
    for (const keyspace of repairable) {
      if (!tenure.mayAct()) return;
      await this.credit(keyspace).catch((error: unknown) =>
        deps.runtime.log.warn('Repairs of others not credited', { keyspace: keyspace.name, error }),
      );
    }
    await this.#cursor.save();
  }

  async #credit({ name, tables }: KeyspaceInfo): Promise<void> {
    const { ages, repairHistory } = this.reign.deps;
    const partitioner = this.#partitioner();
    if (!ages || !repairHistory || !partitioner) return;
    const sinceMs = await this.#cursor.of(name);
    const sessions = await repairHistory.sessions(
      name,
      tables.map((table) => table.name),
      sinceMs,
    );
    const ended = new Set(sessions.filter(({ state }) => state === 'completed').map(({ parentId }) => parentId));
    const fresh = [...ended].filter((id) => !this.#handled.has(id) && !this.reign.crediting.ownSessions.has(id));
    const next = fresh.slice(0, MOST_COMMANDS);
    const repairs = next.length === 0 ? [] : await repairHistory.repairs(next);
    if (repairs.some(({ state }) => state === 'completed')) {
      const ring = await this.reign.deps.cluster.ring(name);
      const addressOf = (hostId: string) => this.reign.cluster.node(hostId)?.address;
      const credits = creditsOfRecorded({ partitioner, repairs, sessions, ring, addressOf });
      await this.#write(name, partitioner, credits);
    }
    const open = new Set(fresh.slice(MOST_COMMANDS));
    for (const { parentId, state, startedAtMs } of repairs) {
      if (state === 'running') open.add(parentId);
      else this.#handled.set(parentId, startedAtMs);
    }
    const beforeMs = this.#cursor.advance(name, sessions, open);
    for (const [id, startedAtMs] of this.#handled) if (startedAtMs < beforeMs) this.#handled.delete(id);
  }

  async #write(keyspace: string, partitioner: Partitioner, credits: readonly AgeRow[]): Promise<void> {
    const { ages } = this.reign.deps;
    if (!ages || credits.length === 0) return;
    const known = creditsByTable(partitioner, await ages.read(keyspace));
    const lookups = new Map(
      [...known].map(([table, rows]) => [table, oldestLookup(partitioner, ageIntervals(partitioner, rows))]),
    );
    const young = [...creditsByTable(partitioner, credits)].flatMap(([table, rows]) =>
      rows
        .filter(({ range, startedAtMs }) => (lookups.get(table)?.(range) ?? 0) < startedAtMs - SAME_REPAIR_MS)
        .map(({ range, startedAtMs }) => ({ table, range: `${range.start}:${range.end}`, startedAtMs })),
    );
    this.reign.tenure.requireActing();
    await ages.credit(keyspace, young);
    if (young.length > 0)
      this.reign.deps.runtime.log.info('Credited repairs of others', { keyspace, rows: young.length });
  }

  #partitioner(): Partitioner | undefined {
    const name = this.reign.cluster.topology?.partitioner;
    return name === undefined ? undefined : partitionerFromClassName(name);
  }
}
