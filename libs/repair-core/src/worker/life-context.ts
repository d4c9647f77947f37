import type { AssignmentPoll } from './assignment-poll.js';
import type { CommandLedger } from './command-ledger.js';
import type { Moment } from './elapsed.js';
import type { NodeLife } from './node-life.js';
import type { NodeWatch } from './node-watch.js';
import type { Reports } from './reports.js';
import type { Wake } from './wake.js';
import type { WorkerMemory } from './worker-memory.js';
import type { WorkerDeps, WorkerSettings } from './worker-options.js';

/** What the parts of one life of a worker (one host id, one incarnation) share. */
export interface LifeContext {
  readonly deps: WorkerDeps;
  readonly settings: WorkerSettings;
  readonly memory: WorkerMemory;
  readonly ledger: CommandLedger;
  readonly life: NodeLife;
  readonly watch: NodeWatch;
  readonly reports: Reports;
  readonly poll: AssignmentPoll;
  /** Aborted when this life ends; nothing is written or started afterwards. */
  readonly stop: AbortSignal;
  /** Wakes whoever handles the present command or looks for the next one. */
  readonly wake: Wake;
  /** How often events may have been missed so far. */
  readonly missedEvents: () => number;
  /** The number of the own command became known. */
  readonly claim: (commandNumber: number) => void;
  /** No new item is started any more. */
  readonly draining: () => boolean;
  /** End of the last own command. */
  lastRepair: { readonly endedAt: Moment; readonly durationMs: number } | undefined;
}
