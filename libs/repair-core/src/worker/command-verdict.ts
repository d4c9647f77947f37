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
}

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

/** COMPLETE without a status (3.11, or expired): the record decides, else the events if none is missing. */
function endedUnseen(witnesses: Witnesses): Ending {
  const recorded = fromRecord(witnesses);
  if (recorded) return recorded;
  if (!witnesses.eventsMissed || errorsOf(witnesses).length > 0) return succeeded(witnesses);
  return {
    kind: 'failed',
    code: FailureCode.UnknownOutcome,
    message: 'The command is over, but events were lost and no record tells how it ended',
  };
}

function fromRecord(witnesses: Witnesses): Ending | undefined {
  const { recorded } = witnesses;
  if (recorded?.state === 'failed') return failed([recorded.message ?? '', ...errorsOf(witnesses)]);
  return recorded?.state === 'completed' ? succeeded(witnesses) : undefined;
}

function succeeded(witnesses: Witnesses): Ending {
  const errors = errorsOf(witnesses);
  if (errors.length > 0) return failed(errors);
  const why = witnesses.digest?.skipped;
  return why === undefined ? done(witnesses) : { kind: 'skipped', why };
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
