import { NodeUnreachableError } from '../errors/domain-error.js';
import type { CurrentCommand } from '../model/node-state.js';
import { FailureCode } from '../model/segment.js';
import type { CommandStatus, RecordedCommand } from '../ports/repair-node.js';
import { backoffMs } from './backoff.js';
import { cancelCommand, type CancelAttempt } from './command-cancel.js';
import type { CommandDigest } from './command-ledger.js';
import { isOurs } from './command-search.js';
import { afterCancel, verdict, type Cancellation, type Ending, type Witnesses } from './command-verdict.js';
import type { LifeContext } from './life-context.js';

/** A COMPLETE that the status does not confirm yet is asked again after this long. */
const ASK_AGAIN_MS = 1_000;

/** Longest pause before what can be named of a cancelled command is looked for again: its next phase may have begun. */
const NAME_AGAIN_MS = 15_000;

/**
 * Follows one command, known by number or session, to its proven end: events first, the node's status on COMPLETE, on
 * silence and after lost events, its record where the status is unknown. JMX away is not over.
 */
export class CommandFollowing {
  readonly #context: LifeContext;
  readonly #missedBefore: number;
  readonly #deadlineMs: number;
  #missedSeen: number;
  #askedAtMs: number;
  #notBeforeMs: number | undefined;
  #failures = 0;
  #cancelAtMs = -Infinity;
  #cancels = 0;
  #aborted = false;
  #traceless = false;

  /** `ranMs`: how long it ran already; `missedBefore`: events missed when it was sent. */
  constructor(context: LifeContext, ranMs: number, missedBefore: number) {
    const now = context.deps.runtime.clock.monotonicMs();
    const timeoutMs = context.memory.current?.item.timeoutMs ?? 0;
    this.#context = context;
    this.#missedBefore = missedBefore;
    this.#missedSeen = context.missedEvents();
    this.#askedAtMs = now;
    this.#deadlineMs = now + Math.max(0, timeoutMs - ranMs);
  }

  /** Asks at once: for a command that may have ended unseen. */
  askNow(): this {
    this.#askedAtMs = -Infinity;
    return this;
  }

  /** Resolves with the ending, or undefined when the worker stopped first: then the next one adopts the command. */
  async follow(): Promise<Ending | undefined> {
    const { stop, memory, wake } = this.#context;
    while (!stop.aborted && memory.current) {
      this.#learnIdentity();
      this.#aborted ||= memory.isAborted;
      if (this.#mustEnd()) await this.#cancel(memory.current);
      if (this.#askInMs() <= 0) {
        const ending = await this.#ask(memory.current);
        if (stop.aborted) return undefined;
        if (ending) return ending;
      }
      await wake.wait(Math.max(1, this.#pauseMs()));
    }
    return undefined;
  }

  #pauseMs(): number {
    return Math.min(this.#askInMs(), (this.#mustEnd() ? this.#cancelAtMs : this.#deadlineMs) - this.#now());
  }

  #mustEnd(): boolean {
    return this.#aborted || this.#now() >= this.#deadlineMs;
  }

  /** Before its time was over a command was cancelled for its run, also by an earlier process. */
  #cancellation({ item }: CurrentCommand): Cancellation {
    return this.#aborted || this.#now() < this.#deadlineMs
      ? { code: FailureCode.Aborted }
      : { code: FailureCode.SegmentTimeout, timeoutMs: item.timeoutMs };
  }

  /** COMPLETE and missed events ask at once, silence after a while, failures after their back-off. */
  #askInMs(): number {
    const now = this.#now();
    if (this.#context.missedEvents() !== this.#missedSeen) return 0;
    if (this.#notBeforeMs !== undefined) return this.#notBeforeMs - now;
    const digest = this.#digest();
    if (digest?.complete) return 0;
    return Math.max(this.#askedAtMs, digest?.lastAtMs ?? -Infinity) + this.#context.settings.timings.silenceMs - now;
  }

  async #ask(current: CurrentCommand): Promise<Ending | undefined> {
    this.#missedSeen = this.#context.missedEvents();
    this.#notBeforeMs = undefined;
    try {
      const ending = this.#conclude(current, await this.#witnesses(current));
      this.#failures = 0;
      this.#askedAtMs = this.#now();
      if (!ending && this.#digest()?.complete) this.#notBeforeMs = this.#now() + ASK_AGAIN_MS;
      return ending;
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  #failed(error: unknown): void {
    const { watch, settings, deps, stop } = this.#context;
    if (stop.aborted) return;
    this.#failures += 1;
    const limits = { minMs: settings.timings.retryMinMs, maxMs: settings.timings.retryMaxMs };
    this.#notBeforeMs = this.#now() + backoffMs(this.#failures, limits, deps.runtime.entropy.random());
    if (error instanceof NodeUnreachableError) watch.failed(error);
    else deps.runtime.log.warn('The state of the running command could not be read', { cause: String(error) });
  }

  async #witnesses(current: CurrentCommand): Promise<Witnesses> {
    const { life, deps, ledger } = this.#context;
    const atCompletion = this.#digest()?.complete === true;
    const eventsMissed = this.#context.missedEvents() !== this.#missedBefore;
    const { jvmStartMs } = await life.confirm(!atCompletion);
    if (jvmStartMs !== current.jvmStartMs) return { sameJvm: false, eventsMissed };
    const number = current.commandNumber;
    const status = number === undefined ? undefined : await deps.node.status(number);
    const digest = number === undefined ? undefined : ledger.of(number);
    const told = (status !== undefined && status.state !== 'unknown') || (digest?.complete === true && !eventsMissed);
    const recorded = told ? undefined : await this.#recorded(current);
    this.#traceless = isTraceless(status, recorded);
    const settled = digest !== undefined && this.#now() - digest.lastAtMs >= ASK_AGAIN_MS;
    return { sameJvm: true, digest, eventsMissed, status, recorded, asked: current.item, settled };
  }

  async #recorded(current: CurrentCommand): Promise<RecordedCommand | undefined> {
    const recent = await this.#context.deps.history.recent(current.item.keyspace);
    const number = current.commandNumber;
    const byNumber = recent?.find((one) => number !== undefined && one.commandNumber === number);
    return byNumber ?? recent?.find((one) => isOurs(current, one));
  }

  #conclude(current: CurrentCommand, witnesses: Witnesses): Ending | undefined {
    const ending = verdict(witnesses);
    if (ending) return current.state === 'cancelling' ? afterCancel(ending, this.#cancellation(current)) : ending;
    const { orphanHoldMs } = this.#context.settings.timings;
    const holdMs = Math.max(current.item.timeoutMs, orphanHoldMs);
    if (!this.#traceless || this.#now() < this.#deadlineMs + holdMs) return undefined;
    const message = 'The node knows nothing of the command any more, and its time was over long ago';
    return { kind: 'failed', code: FailureCode.ReleasedWithoutProof, message };
  }

  async #cancel(current: CurrentCommand): Promise<void> {
    const { memory, reports } = this.#context;
    if (current.state !== 'cancelling') {
      memory.learnt({ state: 'cancelling' });
      reports.soon();
    }
    if (this.#now() < this.#cancelAtMs) return;
    const did = await cancelCommand(this.#context, this.#aborted ? 'Aborted' : 'Over time');
    this.#cancelAtMs = this.#now() + this.#cancelPauseMs(did);
  }

  /** A cancel has no effect while the command is being prepared, which is when most aborts of a fresh one arrive. */
  #cancelPauseMs(did: CancelAttempt): number {
    const { suspicionMs, cancelEveryMs } = this.#context.settings.timings;
    if (did === 'hindered') return suspicionMs;
    if (did === 'whole-node' && !this.#aborted) return cancelEveryMs;
    const longest = did === 'whole-node' ? cancelEveryMs : Math.min(NAME_AGAIN_MS, cancelEveryMs);
    return Math.min(suspicionMs * 2 ** this.#cancels++, longest);
  }

  #learnIdentity(): void {
    const { memory, ledger } = this.#context;
    const { commandNumber, sessionId: session } = memory.current ?? {};
    const found = commandNumber === undefined && session !== undefined ? ledger.ofSession(session) : undefined;
    if (found) this.#context.claim(found.commandNumber);
    const sessionId = this.#digest()?.sessionId;
    if (sessionId !== undefined && memory.current?.sessionId === undefined) memory.learnt({ sessionId });
  }

  #digest(): CommandDigest | undefined {
    const { memory, ledger } = this.#context;
    const number = memory.current?.commandNumber;
    return number === undefined ? undefined : ledger.of(number);
  }

  #now(): number {
    return this.#context.deps.runtime.clock.monotonicMs();
  }
}

function isTraceless(status: CommandStatus | undefined, recorded: RecordedCommand | undefined): boolean {
  return (status === undefined || status.state === 'unknown') && recorded === undefined;
}
