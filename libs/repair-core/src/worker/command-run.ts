import { StartRefusedError } from '../errors/domain-error.js';
import type { CurrentCommand } from '../model/node-state.js';
import { FailureCode } from '../model/segment.js';
import { persist } from './backoff.js';
import { finish } from './command-end.js';
import { CommandFollowing } from './command-following.js';
import { findCommand } from './command-finding.js';
import { withFinding, type Ending } from './command-verdict.js';
import { momentOf, runningMs, workedMs } from './elapsed.js';
import { failureCodeOf } from './failure-classification.js';
import type { LifeContext } from './life-context.js';

/** What the answer to a start says; `unknown`: it may have been started. */
type Answer =
  | { readonly kind: 'number'; readonly commandNumber: number }
  | { readonly kind: 'refused'; readonly error: StartRefusedError }
  | { readonly kind: 'unknown' };

/** One command from the moment it was sent, or found in the register of an earlier process, until it is over. */
export class CommandRun {
  constructor(private readonly context: LifeContext) {}

  /** Sent by this process. Returns when the item is over, or the worker stopped. */
  async conduct(sent: Promise<number>): Promise<void> {
    const { memory, deps, missedEvents } = this.context;
    const current = memory.current;
    if (!current) return;
    const started = { ...momentOf(deps.runtime.clock), missed: missedEvents() };
    const extraReport = this.#reportNumber();
    const ending = await this.#endOf(await this.#answer(sent), started);
    extraReport.abort();
    if (ending) await this.#over(ending, runningMs(deps.runtime.clock, started), started.wallMs);
  }

  /** Announced by an earlier process of this host. */
  async adopt(): Promise<void> {
    const { memory, deps, claim } = this.context;
    const current = memory.current;
    if (!current || (await this.#alreadyStored(current))) return;
    const { commandNumber, item } = current;
    deps.runtime.log.info('A command of an earlier process is taken over', {
      runId: item.runId,
      seq: item.seq,
      commandNumber,
    });
    if (commandNumber !== undefined && current.jvmStartMs === memory.identity.jvmStartMs) claim(commandNumber);
    const ending = commandNumber === undefined ? await this.#found() : await this.#follow(this.#ranMs(current));
    if (!ending) return;
    const workMs = workedMs(current.sinceMs, deps.runtime.clock.wallMs(), item.timeoutMs);
    await this.#over(ending, workMs, current.sinceMs);
  }

  async #endOf(
    answer: Answer,
    started: { readonly monotonicMs: number; readonly wallMs: number; readonly missed: number },
  ): Promise<Ending | undefined> {
    const { ledger, claim, deps, stop } = this.context;
    if (stop.aborted) return undefined;
    if (answer.kind === 'unknown') return this.#found();
    if (answer.kind === 'number' && answer.commandNumber > 0) {
      claim(answer.commandNumber);
      return this.#follow(runningMs(deps.runtime.clock, started), started.missed);
    }
    ledger.claim(undefined);
    if (answer.kind === 'number') return { kind: 'skipped', why: 'Cassandra had nothing to repair' };
    const { message } = answer.error;
    return { kind: 'failed', code: failureCodeOf([message], FailureCode.StartRefused), message };
  }

  /** Missing events since the start are unknown to an adopter, so it takes them as missed. */
  async #follow(ranMs: number, missedBefore = -1): Promise<Ending | undefined> {
    const following = new CommandFollowing(this.context, ranMs, missedBefore);
    return (missedBefore < 0 ? following.askNow() : following).follow();
  }

  async #found(): Promise<Ending | undefined> {
    const found = await findCommand(this.context);
    this.context.ledger.claim(this.context.memory.current?.commandNumber);
    if (found.kind === 'ended') return found.ending;
    const { current } = this.context.memory;
    return current && this.#follow(this.#ranMs(current));
  }

  async #answer(sent: Promise<number>): Promise<Answer> {
    const { deps, settings, stop } = this.context;
    const patience = new AbortController();
    const giveUp = () => patience.abort();
    stop.addEventListener('abort', giveUp, { once: true });
    const answered = sent.then(
      (commandNumber): Answer => ({ kind: 'number', commandNumber }),
      (error: unknown): Answer => this.#noNumber(error),
    );
    const late = deps.runtime.timers
      .sleep(settings.timings.startAnswerMs, patience.signal)
      .then((): Answer => ({ kind: 'unknown' }));
    const answer = await Promise.race([answered, late]);
    stop.removeEventListener('abort', giveUp);
    patience.abort();
    return answer;
  }

  #noNumber(error: unknown): Answer {
    if (error instanceof StartRefusedError) return { kind: 'refused', error };
    this.context.watch.failed(error);
    return { kind: 'unknown' };
  }

  async #over(ending: Ending, durationMs: number, startedAtMs: number): Promise<void> {
    const { memory, deps } = this.context;
    const { item, sessionId, commandNumber } = memory.current ?? {};
    if (!item) return;
    const { clock } = deps.runtime;
    this.context.lastRepair = { endedAt: momentOf(clock), durationMs: ending.kind === 'skipped' ? 0 : durationMs };
    const coordinator = memory.identity.hostId;
    const attempt = { item, coordinator, startedAtMs, endedAtMs: clock.wallMs(), sessionId, commandNumber };
    await finish(this.context, attempt, withFinding(ending, item), durationMs);
  }

  /** The earlier process may have died between the outcome and its report; a second one must not replace it. */
  async #alreadyStored({ item }: CurrentCommand): Promise<boolean> {
    const { deps, settings, memory, stop } = this.context;
    const limits = { minMs: settings.timings.retryMinMs, maxMs: settings.timings.retryMaxMs };
    const read = await persist(
      deps.runtime,
      stop,
      limits,
      () => deps.segments.readSome(item.planId, [item.seq]),
      (error) => memory.waitFor({ code: 'STORAGE_UNREACHABLE', detail: String(error) }, deps.runtime.clock.wallMs()),
    );
    if (read.stopped) return true;
    const row = read.value.find(({ segment }) => segment.seq === item.seq);
    if (!row?.outcome || (row.outcomeStamp ?? 0) < item.stamp) return false;
    memory.waitFor(undefined, deps.runtime.clock.wallMs());
    const { state, startedAtMs, endedAtMs } = row.outcome;
    memory.finished(item, state, workedMs(startedAtMs, endedAtMs, item.timeoutMs));
    return true;
  }

  #ranMs({ sinceMs }: CurrentCommand): number {
    return Math.max(0, this.context.deps.runtime.clock.wallMs() - sinceMs);
  }

  /** Number and session reach the register without waiting for the heartbeat, unless the command is over by then. */
  #reportNumber(): AbortController {
    const { deps, settings, reports } = this.context;
    const over = new AbortController();
    void deps.runtime.timers.sleep(settings.timings.numberReportMs, over.signal).then(() => {
      if (!over.signal.aborted) reports.soon();
    });
    return over;
  }
}
