import { StartRefusedError } from '../errors/domain-error.js';
import type { AssignmentItem } from '../model/assignment.js';
import { FailureCode } from '../model/segment.js';
import type { PreparedRepair, RepairCommand } from '../ports/repair-node.js';
import { runsLow } from './assignment-intake.js';
import { backoffMs } from './backoff.js';
import { finish } from './command-end.js';
import { CommandRun } from './command-run.js';
import { restMs } from './duty-cycle.js';
import { ageMs, runningMs } from './elapsed.js';
import type { LifeContext } from './life-context.js';
import { permission, type Permission, type Refusal } from './start-permission.js';

/** Pause after a failure that no rule foresees. */
const UNFORESEEN_PAUSE_MS = 1_000;

/** Takes the items of the own list one after the other: permission, preparation, intent, start, end. */
export class Executor {
  readonly #context: LifeContext;
  readonly #run: CommandRun;
  /** `over` moved and no intent has carried it yet. */
  #unreported = false;
  #rungFor = 0;
  #previous: { readonly planId: string; readonly hadNext: boolean } | undefined;

  constructor(context: LifeContext) {
    this.#context = context;
    this.#run = new CommandRun(context);
  }

  async run(): Promise<void> {
    const { stop, memory, deps } = this.#context;
    while (!stop.aborted) {
      try {
        if (memory.current) await this.#adopt();
        else await this.#step();
      } catch (error) {
        if (stop.aborted) return;
        deps.runtime.log.error('The worker met an unforeseen failure', { cause: String(error) });
        await deps.runtime.timers.sleep(UNFORESEEN_PAUSE_MS, stop);
      }
    }
  }

  /** The announced command of an earlier process. */
  async #adopt(): Promise<void> {
    await this.#run.adopt();
    this.#ended(undefined);
  }

  async #step(): Promise<void> {
    const { memory, wake, poll, watch, deps, settings } = this.#context;
    const item = memory.next;
    const answer = item && this.#permission(item);
    if (item && answer?.may) return this.#attempt(item);
    const refusal = answer as Refusal | undefined;
    const unread = poll.problem?.code === 'PROTOCOL_UNSUPPORTED' ? poll.problem : undefined;
    memory.waitFor(refusal ?? unread, deps.runtime.clock.wallMs());
    this.#reportEnd();
    if (refusal?.code === 'FOREIGN_REPAIR' && !watch.standing().foreign) watch.lookWanted();
    await wake.wait(refusal?.retryInMs ?? settings.timings.idlePollMs);
  }

  async #attempt(item: AssignmentItem): Promise<void> {
    const prepared = await this.#prepare(item);
    if (!prepared) return;
    const { command, jvmStartMs } = prepared;
    const sent = (await this.#announced(item, jvmStartMs)) ? this.#send(item, command) : undefined;
    if (!sent) {
      command.release();
      return this.#withdraw();
    }
    await this.#run.conduct(sent);
    this.#ended(item);
  }

  /** Undefined when the node cannot be used now, or refused the command for good: then its outcome is written. */
  async #prepare(item: AssignmentItem): Promise<{ command: PreparedRepair; jvmStartMs: number } | undefined> {
    const { deps, life, watch, memory } = this.#context;
    try {
      const command = await deps.node.prepare(commandOf(item));
      const jvmStartMs = command.jvmStartMs ?? (await life.confirm()).jvmStartMs;
      if (jvmStartMs !== memory.identity.jvmStartMs) await life.confirm(true);
      return { command, jvmStartMs };
    } catch (error) {
      if (error instanceof StartRefusedError) await this.#refused(item, error);
      else watch.failed(error);
    }
    return undefined;
  }

  /** The intent: acknowledged before anything is started, so that no crash hides a running command. */
  async #announced(item: AssignmentItem, jvmStartMs: number): Promise<boolean> {
    const { memory, reports, ledger, deps, stop } = this.#context;
    const { clock } = deps.runtime;
    memory.waitFor(undefined, clock.wallMs());
    const commandBefore = ledger.highest;
    memory.announce({ item, state: 'starting', jvmStartMs, commandBefore, sinceMs: clock.wallMs() });
    this.#ringWhenLow(item);
    try {
      await reports.write();
      this.#unreported = false;
      return !stop.aborted;
    } catch (error) {
      memory.waitFor(
        { code: 'STORAGE_UNREACHABLE', detail: `The intent could not be stored: ${String(error)}` },
        clock.wallMs(),
      );
      return false;
    }
  }

  async #withdraw(): Promise<void> {
    const { memory, reports, deps, settings, stop } = this.#context;
    memory.withdraw();
    reports.soon();
    if (reports.failures === 0) return;
    const limits = { minMs: settings.timings.retryMinMs, maxMs: settings.timings.retryMaxMs };
    await deps.runtime.timers.sleep(backoffMs(reports.failures, limits, deps.runtime.entropy.random()), stop);
  }

  /** One synchronous step from the check to the socket: nothing may come between. Undefined: nothing was sent. */
  #send(item: AssignmentItem, command: PreparedRepair): Promise<number> | undefined {
    const { memory, ledger, watch } = this.#context;
    if (!this.#permission(item).may) return undefined;
    ledger.awaitNumber();
    try {
      const answer = command.start();
      memory.sent();
      this.#observeStart(item);
      return answer;
    } catch (error) {
      ledger.claim(undefined);
      watch.failed(error);
      return undefined;
    }
  }

  #permission(item: AssignmentItem): Permission {
    const { memory, settings, poll, watch, deps, lastRepair, draining } = this.#context;
    const { clock } = deps.runtime;
    return permission(item, {
      latest: memory.latest,
      incarnation: memory.incarnation,
      readAgeMs: memory.readAt ? ageMs(clock, memory.readAt) : Infinity,
      freshnessMs: settings.timings.freshnessMs,
      problem: poll.problem,
      node: watch.standing(),
      last: lastRepair && { durationMs: lastRepair.durationMs, endedAgoMs: runningMs(clock, lastRepair.endedAt) },
      stopping: draining(),
    });
  }

  async #refused(item: AssignmentItem, error: StartRefusedError): Promise<void> {
    const { deps, memory } = this.#context;
    const at = deps.runtime.clock.wallMs();
    const attempt = { item, coordinator: memory.identity.hostId, startedAtMs: at, endedAtMs: at };
    await finish(this.#context, attempt, { kind: 'failed', code: FailureCode.StartRefused, message: error.message }, 0);
    this.#ended(item);
  }

  #ended(item: AssignmentItem | undefined): void {
    this.#unreported = true;
    this.#previous = item && { planId: item.planId, hadNext: this.#context.memory.pending > 0 };
  }

  /** The end of the last item of a list travels alone; all others travel with the next intent. */
  #reportEnd(): void {
    if (!this.#unreported) return;
    const { memory, reports } = this.#context;
    this.#unreported = false;
    if (memory.pending === 0) reports.ringWithNext();
    reports.soon();
  }

  #ringWhenLow(item: AssignmentItem): void {
    const { memory, reports } = this.#context;
    const { latest, incarnation } = memory;
    if (!latest || latest.stamp === this.#rungFor || !runsLow(latest, incarnation, item.stamp)) return;
    this.#rungFor = latest.stamp;
    reports.ringWithNext();
  }

  #observeStart(item: AssignmentItem): void {
    const { deps, lastRepair } = this.#context;
    deps.observer.segmentStarted?.(item);
    if (!lastRepair || !this.#previous?.hadNext || this.#previous.planId !== item.planId) return;
    const gapMs = runningMs(deps.runtime.clock, lastRepair.endedAt);
    deps.observer.idleGap?.(Math.max(0, gapMs - restMs({ ...lastRepair, endedAgoMs: 0 }, item.intensity)));
  }
}

function commandOf(item: AssignmentItem): RepairCommand {
  const { keyspace, tables, ranges, mode, preview, parallelism, datacenters, hosts, jobThreads } = item;
  return {
    ...{ keyspace, tables, ranges, mode, parallelism, datacenters, hosts, jobThreads },
    ...(preview && { preview }),
  };
}
