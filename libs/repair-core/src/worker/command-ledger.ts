import type { PreviewFinding } from '../model/preview.js';
import type { RepairEvent } from '../ports/repair-node.js';

/** What the events of one command told so far. */
export interface CommandDigest {
  readonly commandNumber: number;
  readonly sessionId?: string;
  /** Texts of ERROR events, at most {@link MAX_ERRORS}. */
  readonly errors: readonly string[];
  /** Why Cassandra skipped the work although it reports success. */
  readonly skipped?: string;
  readonly preview?: PreviewFinding;
  /** SUCCESS was seen. */
  readonly success: boolean;
  /** COMPLETE was seen: the command is over, which says nothing of its success. */
  readonly complete: boolean;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

const MAX_ERRORS = 8;
const MAX_COMMANDS = 64;
const MAX_TEXT_LENGTH = 500;
const SKIPPED = /^Repair \S+ skipped: (.*)/;

/**
 * Digests of every repair command heard of on the node, by number. Events may come before the answer to the start that
 * tells the number, so they are kept for all; what is neither ours nor over is a foreign repair.
 */
export class CommandLedger {
  readonly #digests = new Map<number, CommandDigest>();
  readonly #ours = new Set<number>();
  #awaited: { readonly above: number } | undefined;
  #highest = 0;

  record(event: RepairEvent, nowMs: number): void {
    const known = this.#digests.get(event.commandNumber);
    // Numbers begin anew with the node, so a START after a COMPLETE is another command.
    const before = known?.complete && event.type === 'START' ? undefined : known;
    this.#digests.set(event.commandNumber, digest(before, event, nowMs));
    this.#highest = Math.max(this.#highest, event.commandNumber);
    if (!before) this.#forgetOldest();
  }

  of(commandNumber: number): CommandDigest | undefined {
    return this.#digests.get(commandNumber);
  }

  ofSession(sessionId: string): CommandDigest | undefined {
    return [...this.#digests.values()].find((one) => one.sessionId === sessionId);
  }

  /** Highest number seen in this life of the node, 0 when none. */
  get highest(): number {
    return this.#highest;
  }

  /** A number learnt elsewhere. */
  raise(commandNumber: number): void {
    this.#highest = Math.max(this.#highest, commandNumber);
  }

  /** An own start goes out: until its number is known, unknown commands above the highest may be ours. */
  awaitNumber(): void {
    for (const { commandNumber, complete } of this.#digests.values()) if (complete) this.#digests.delete(commandNumber);
    this.#awaited = { above: this.#highest };
  }

  /** The number of the own start is known, or nothing was started. */
  claim(commandNumber: number | undefined): void {
    this.#awaited = undefined;
    if (commandNumber === undefined) return;
    this.#ours.add(commandNumber);
    const [oldest] = this.#ours;
    if (this.#ours.size > MAX_COMMANDS && oldest !== undefined) this.#ours.delete(oldest);
    this.raise(commandNumber);
  }

  /** Commands that are not ours and not known to be over. */
  foreign(): readonly CommandDigest[] {
    return [...this.#digests.values()].filter(
      ({ commandNumber, complete }) =>
        !complete && !this.#ours.has(commandNumber) && !(this.#awaited && commandNumber > this.#awaited.above),
    );
  }

  /** Numbers above `commandNumber` of commands that are neither ours nor over. */
  above(commandNumber: number): readonly number[] {
    const open = [...this.#digests.values()].filter(({ complete }) => !complete).map((one) => one.commandNumber);
    return open.filter((number) => number > commandNumber && !this.#ours.has(number));
  }

  /** A command that another witness calls over. */
  close(commandNumber: number): void {
    const known = this.#digests.get(commandNumber);
    if (known) this.#digests.set(commandNumber, { ...known, complete: true });
  }

  /** The node began another life: all numbers are void. */
  clear(): void {
    this.#digests.clear();
    this.#ours.clear();
    this.#awaited = undefined;
    this.#highest = 0;
  }

  #forgetOldest(): void {
    if (this.#digests.size <= MAX_COMMANDS) return;
    const byAge = [...this.#digests.values()].sort((a, b) => a.lastAtMs - b.lastAtMs);
    const victim =
      byAge.find(({ complete }) => complete) ?? byAge.find(({ commandNumber }) => !this.#ours.has(commandNumber));
    if (victim) this.#digests.delete(victim.commandNumber);
  }
}

function digest(before: CommandDigest | undefined, event: RepairEvent, nowMs: number): CommandDigest {
  const sessionId = before?.sessionId ?? event.sessionId;
  const skipped =
    event.type === 'NOTIFICATION' ? (SKIPPED.exec(event.message)?.[1] ?? before?.skipped) : before?.skipped;
  const errors = before?.errors ?? [];
  const preview = event.preview ?? before?.preview;
  const failed = event.type === 'ERROR' || event.type === 'ABORT';
  return {
    commandNumber: event.commandNumber,
    ...(sessionId !== undefined && { sessionId }),
    ...(skipped !== undefined && { skipped: skipped.slice(0, MAX_TEXT_LENGTH) }),
    ...(preview && { preview }),
    errors: failed && errors.length < MAX_ERRORS ? [...errors, event.message.slice(0, MAX_TEXT_LENGTH)] : errors,
    success: before?.success === true || event.type === 'SUCCESS',
    complete: before?.complete === true || event.type === 'COMPLETE',
    firstAtMs: before?.firstAtMs ?? nowMs,
    lastAtMs: nowMs,
  };
}
