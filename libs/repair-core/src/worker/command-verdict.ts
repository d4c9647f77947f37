import type { AssignmentItem } from '../model/assignment.js';
import type { PreviewFinding } from '../model/preview.js';
import { FailureCode } from '../model/segment.js';
import type { CommandStatus, RecordedCommand } from '../ports/repair-node.js';
import type { CommandDigest } from './command-ledger.js';
import { failureCodeOf, failureMessageOf } from './failure-classification.js';

/** How a command ended. */
export type Ending =
  | { readonly kind: 'done'; readonly preview?: PreviewFinding }
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string };

/** Everything known of a command at one moment. */
export interface Witnesses {
  /** The node still lives the life in which the command was started. */
  readonly sameJvm: boolean;
  readonly digest?: CommandDigest | undefined;
  /** Events may have been missed since the start, so the absence of an ERROR proves nothing. */
  readonly eventsMissed: boolean;
  readonly status?: CommandStatus | undefined;
  readonly recorded?: RecordedCommand | undefined;
  /** What the command was asked to repair: a record must cover it. */
  readonly asked?: Pick<AssignmentItem, 'ranges' | 'tables'> | undefined;
  /** Nothing more was heard of the command for a while: events that arrive in another order are in. */
  readonly settled?: boolean;
}

/** What Cassandra says of a command that did something; of one that was skipped it gives the reason instead. */
const DID_SOMETHING = /completed successfully|^Repair command #\d+ finished/i;

/** Ending of the command, or undefined while it may still run. JMX being away is no witness at all. */
export function verdict(witnesses: Witnesses): Ending | undefined {
  if (!witnesses.sameJvm) return nodeRestarted();
  switch (witnesses.status?.state) {
    case 'running':
      return undefined;
    case 'completed':
      return succeeded(witnesses);
    case 'failed':
      return failed([...witnesses.status.messages, ...(witnesses.digest?.errors ?? [])]);
    default:
      return witnesses.digest?.complete ? endedUnseen(witnesses) : fromRecord(witnesses);
  }
}

/** COMPLETE without a status (3.11, or expired): the record decides, else a SUCCESS if no event is missing. */
function endedUnseen(witnesses: Witnesses): Ending | undefined {
  const recorded = fromRecord(witnesses);
  if (recorded) return recorded;
  const { digest, eventsMissed, settled } = witnesses;
  if (errorsOf(witnesses).length > 0 || (digest?.success && !eventsMissed)) return succeeded(witnesses);
  if (!settled) return undefined;
  const why = eventsMissed ? 'events were lost' : 'it told neither success nor failure';
  return {
    kind: 'failed',
    code: FailureCode.UnknownOutcome,
    message: `The command is over, but ${why} and no record tells how it ended`,
  };
}

function fromRecord(witnesses: Witnesses): Ending | undefined {
  const { recorded, asked } = witnesses;
  if (recorded?.state === 'failed') return failed([recorded.message ?? '', ...errorsOf(witnesses)]);
  if (recorded?.state !== 'completed') return undefined;
  const left = asked ? notCovered(recorded, asked) : [];
  if (left.length === 0) return succeeded(witnesses);
  const message = `The node recorded a success that leaves out ${left.slice(0, 5).join(', ')}`;
  return { kind: 'failed', code: FailureCode.NotCovered, message };
}

/** Ranges and tables that were asked for and are not among those of the record, as far as it names any. */
function notCovered(
  { ranges, repairedRanges, tables }: RecordedCommand,
  asked: NonNullable<Witnesses['asked']>,
): readonly string[] {
  const repaired = repairedRanges ?? ranges;
  const rangesLeft = repaired ? asked.ranges.filter((range) => !repaired.includes(range)) : [];
  return [...rangesLeft, ...asked.tables.filter((table) => !tables.includes(table))];
}

function succeeded(witnesses: Witnesses): Ending {
  const errors = errorsOf(witnesses);
  if (errors.length > 0) return failed(errors);
  const why = witnesses.digest?.skipped ?? skippedBecause(witnesses);
  return why === undefined ? done(witnesses) : { kind: 'skipped', why };
}

/** The text of the success, for when the notification of the skip was lost. */
function skippedBecause({ status, recorded }: Witnesses): string | undefined {
  const told = status?.state === 'completed' ? status.messages : [];
  const texts = [...told, recorded?.message ?? ''].filter((text) => text !== '');
  return texts.some((text) => DID_SOMETHING.test(text)) ? undefined : texts[0];
}

function done({ digest, status }: Witnesses): Ending {
  const preview = digest?.preview ?? (status?.state === 'completed' ? status.preview : undefined);
  return { kind: 'done', ...(preview && { preview }) };
}

function errorsOf(witnesses: Witnesses): readonly string[] {
  return witnesses.digest?.errors ?? [];
}

function failed(messages: readonly string[]): Ending {
  return {
    kind: 'failed',
    code: failureCodeOf(messages, FailureCode.RepairFailed),
    message: failureMessageOf(messages, 'Cassandra gave no reason'),
  };
}

export function nodeRestarted(): Ending {
  return { kind: 'failed', code: FailureCode.NodeRestarted, message: 'Cassandra was restarted while the command ran' };
}

/** A preview without its finding was for nothing: Cassandra tells it once and keeps no record. */
export function withFinding(ending: Ending, { preview }: Pick<AssignmentItem, 'preview'>): Ending {
  if (preview === undefined || ending.kind !== 'done' || ending.preview) return ending;
  const message = 'The preview is over, but the notification of what it found was lost';
  return { kind: 'failed', code: FailureCode.UnknownOutcome, message };
}

/** Why the worker cancelled a command. */
export type Cancellation =
  | { readonly code: typeof FailureCode.SegmentTimeout; readonly timeoutMs: number }
  | { readonly code: typeof FailureCode.Aborted };

/** An ending after the worker cancelled the command: a success in the last moment stays one. */
export function afterCancel(ending: Ending, why: Cancellation): Ending {
  if (ending.kind !== 'failed' || ending.code === FailureCode.NodeRestarted) return ending;
  const words =
    why.code === FailureCode.Aborted ? 'because its run was aborted' : `after its timeout of ${why.timeoutMs} ms`;
  return { kind: 'failed', code: why.code, message: `Cancelled ${words} (${ending.message})` };
}
