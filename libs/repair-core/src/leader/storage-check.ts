import { partitionerFromClassName } from '@reaper-sidecar/segment-planner';
import { ageIntervals, oldestOf } from '../ages/age-map.js';
import { creditsByTable } from '../ages/age-rows.js';
import { DomainError, StoreUnavailableError } from '../errors/domain-error.js';
import type { KeyspaceInfo } from '../ports/cluster-view.js';
import type { StorageInspector } from '../ports/storage-inspector.js';
import type { HistoryCrediting } from './history-crediting.js';
import type { Reign } from './reign.js';
import {
  type ReplicationChange,
  type ReplicationNote,
  readReplicationNote,
  writeReplicationNote,
} from './replication-note.js';

const CHECK_EVERY_MS = 15_000;
const GUARDRAILS_EVERY_MS = 300_000;
/** When not every replica answers and no quorum has the note, the present replication is taken for the first after this. */
const GIVE_UP_NOTE_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * Watches what coordination rests on: no guardrail may refuse our timestamps, and after a change of replication of our
 * own keyspace a quorum may not see what was written before, so nothing new starts until a repair made it whole. Then the
 * reign ends, and the next one reads everything under a new epoch.
 */
export class StorageCheck {
  #note: ReplicationNote | undefined;
  #isSaved = false;
  #guardrails: readonly string[] = [];
  #guardrailsAt = Number.NEGATIVE_INFINITY;
  #nextAt = Number.NEGATIVE_INFINITY;
  #told: string | undefined;

  constructor(
    private readonly reign: Reign,
    private readonly history: HistoryCrediting,
  ) {}

  async run(): Promise<void> {
    const { reign } = this;
    const { notes, storage } = reign.deps;
    if (!notes || !storage || reign.now() < this.#nextAt) return;
    try {
      reign.storageHold = (await this.#guardrailHold()) ?? (await this.#replicationHold());
      this.#nextAt = reign.now() + CHECK_EVERY_MS;
    } catch (error) {
      // Unknown at first: nothing starts. Later the last answer stays.
      if (!this.#note && error instanceof DomainError) {
        reign.storageHold = { code: 'STORAGE_UNREACHABLE', evidence: error.message };
      }
      throw error;
    } finally {
      this.#tell();
    }
  }

  async #guardrailHold(): Promise<Reign['storageHold']> {
    const { storage } = this.reign.deps;
    if (storage && this.reign.now() - this.#guardrailsAt >= GUARDRAILS_EVERY_MS) {
      await this.#readGuardrails(storage);
    }
    if (this.#guardrails.length === 0) return undefined;
    return { code: 'TIMESTAMP_GUARDRAIL', evidence: `the node of the leader has ${this.#guardrails.join(', ')}` };
  }

  /** Only the own node tells; while it does not answer CQL, what was known stays. */
  async #readGuardrails(storage: StorageInspector): Promise<void> {
    try {
      this.#guardrails = await storage.timestampGuardrails();
      this.#guardrailsAt = this.reign.now();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      this.reign.deps.runtime.log.debug('Guardrails not readable, trying again', { error });
    }
  }

  async #replicationHold(): Promise<Reign['storageHold']> {
    const { storage } = this.reign.deps;
    if (!storage) return undefined;
    const current = await storage.replication();
    this.#note ??= await this.#known(current);
    if (this.#note.seen !== current) {
      const from = this.#note.changed?.from ?? this.#note.seen;
      this.#note = { seen: current, changed: { from, noticedAtMs: await this.#noticedAt(storage.keyspace) } };
      this.#isSaved = false;
    }
    const { changed } = this.#note;
    if (changed) this.reign.storageHold = holdOf(storage.keyspace, current, changed, undefined);
    if (!this.#isSaved) await this.#save();
    if (!changed) return undefined;
    const missing = await this.#notRepaired(storage.keyspace, changed);
    if (missing.length > 0) return holdOf(storage.keyspace, current, changed, missing);
    await this.#release(storage.keyspace, current);
    return undefined;
  }

  /** Nothing anywhere: this is the first look ever. A quorum alone may have forgotten. */
  async #known(current: string): Promise<ReplicationNote> {
    const { notes } = this.reign.deps;
    if (!notes) return { seen: current };
    try {
      const found = await readReplicationNote(notes, { fromAll: true });
      this.#isSaved = found !== undefined;
      return found ?? { seen: current };
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
    const found = await readReplicationNote(notes, { fromAll: false });
    this.#isSaved = found !== undefined;
    if (found) return found;
    if (this.reign.now() - this.reign.beganAt >= GIVE_UP_NOTE_MS) return { seen: current };
    throw new StoreUnavailableError(
      'Not all nodes that hold the keyspace of the sidecars answer, and the others do not know whether its replication was changed',
    );
  }

  async #save(): Promise<void> {
    const { notes } = this.reign.deps;
    if (!notes || !this.#note) return;
    const stamp = this.reign.tenure.nextStamp();
    this.reign.tenure.requireActing();
    await writeReplicationNote(notes, this.#note, stamp);
    this.#isSaved = true;
  }

  /**
   * Later than every repair of the keyspace that was seen to have begun, so that none of those counts however far ahead
   * the clock of its coordinator is.
   */
  async #noticedAt(keyspace: string): Promise<number> {
    const now = this.reign.wallMs();
    const tables = (await this.#keyspace(keyspace)).tables.map(({ name }) => name);
    const sessions = (await this.reign.deps.repairHistory?.sessions(keyspace, tables, now - DAY_MS)) ?? [];
    return sessions.reduce((latest, { startedAtMs }) => Math.max(latest, startedAtMs + 1), now);
  }

  /** Tables of which some range was not repaired since the change. */
  async #notRepaired(keyspace: string, { noticedAtMs }: ReplicationChange): Promise<readonly string[]> {
    const { ages, cluster } = this.reign.deps;
    const partitioner = this.reign.cluster.topology?.partitioner;
    const info = await this.#keyspace(keyspace);
    const names = info.tables.map(({ name }) => name);
    if (!ages || partitioner === undefined) return names;
    const ring = await cluster.ring(keyspace);
    // One copy of everything: there is nothing to compare, and no quorum that could miss something.
    if (ring.every(({ replicas }) => replicas.length <= 1)) return [];
    await this.history.credit(info);
    const rows = creditsByTable(partitionerFromClassName(partitioner), await ages.read(keyspace));
    return names.filter((name) => {
      const intervals = ageIntervals(partitionerFromClassName(partitioner), rows.get(name) ?? []);
      return (oldestOf(intervals.map(({ startedAtMs }) => startedAtMs)) ?? 0) < noticedAtMs;
    });
  }

  async #release(keyspace: string, current: string): Promise<void> {
    this.#note = { seen: current };
    await this.#save();
    const detail = `keyspace ${keyspace} was repaired after its replication changed`;
    this.reign.deps.observer.decided?.({ kind: 'HOLD_ENDED', code: 'STORAGE_REPLICATION_CHANGED', detail });
    this.#told = undefined;
    this.reign.tenure.end(`${detail}; leading goes on under a new epoch`);
  }

  async #keyspace(name: string): Promise<KeyspaceInfo> {
    const found = await this.reign.deps.schema?.keyspace(name);
    if (found) return found;
    throw new StoreUnavailableError(`Keyspace ${name} is not in the schema of the own node`);
  }

  #tell(): void {
    const { storageHold } = this.reign;
    if (storageHold?.code === this.#told) return;
    const { runtime, observer } = this.reign.deps;
    if (storageHold) {
      runtime.log.warn('Nothing is started', { ...storageHold });
      observer.decided?.({ kind: 'HELD', code: storageHold.code, detail: storageHold.evidence });
    } else if (this.#told !== undefined) {
      observer.decided?.({ kind: 'HOLD_ENDED', code: this.#told, detail: 'repairs may start again' });
    }
    this.#told = storageHold?.code;
  }
}

function holdOf(
  keyspace: string,
  current: string,
  { from, noticedAtMs }: ReplicationChange,
  missing: readonly string[] | undefined,
) {
  const since = new Date(noticedAtMs).toISOString();
  const left = missing ? `; ${missing.length} of its tables are not repaired since ${since}` : '';
  const evidence = `keyspace ${keyspace} was "${from}" and is "${current}"${left}`;
  return { code: 'STORAGE_REPLICATION_CHANGED', evidence } as const;
}
