import { DomainError } from '../errors/domain-error.js';
import type { RepairMode, RepairUnit } from '../model/repair-unit.js';

/** No run of that id exists: never created, half created or deleted. */
export class UnknownRunError extends DomainError {
  readonly code = 'UNKNOWN_RUN';

  constructor(runId: string) {
    super(`Run ${runId} does not exist; it may have been deleted, list the runs to see those that do`, { runId });
  }
}

/** The run has ended, so nothing of it can be changed. */
export class RunFinishedError extends DomainError {
  readonly code = 'RUN_FINISHED';

  constructor(runId: string, state: string) {
    super(`Run ${runId} is over (${state}) and cannot be changed; create a new run to repair again`, { runId, state });
  }
}

/** The run is being aborted; that cannot be taken back. */
export class RunAbortingError extends DomainError {
  readonly code = 'RUN_ABORTING';

  constructor(runId: string) {
    super(`Run ${runId} is being aborted and cannot be changed; wait for its end and create a new run`, { runId });
  }
}

/** Only ended runs can be deleted. */
export class RunNotFinishedError extends DomainError {
  readonly code = 'RUN_NOT_FINISHED';

  constructor(runId: string) {
    super(`Run ${runId} is not over; abort it, wait until it is ABORTED, then delete it`, { runId });
  }
}

/** An unfinished run of the same unit exists. */
export class UnitBusyError extends DomainError {
  readonly code = 'UNIT_BUSY';

  constructor(
    unit: Pick<RepairUnit, 'keyspace'>,
    readonly runId: string,
  ) {
    super(
      `Run ${runId} repairs these tables of keyspace "${unit.keyspace}" already; wait for its end, or abort it first`,
      { runId, keyspace: unit.keyspace },
    );
  }
}

/** The wanted unit holds nothing that a repair could compare. */
export class NothingToRepairError extends DomainError {
  readonly code = 'NOTHING_TO_REPAIR';

  constructor(keyspace: string, why: string) {
    super(`Keyspace "${keyspace}" has nothing to repair: ${why}`, { keyspace });
  }
}

/** Cassandra cannot do it in this combination, or not in this version, or it would be for nothing. */
export class UnsupportedModeError extends DomainError {
  readonly code = 'UNSUPPORTED_MODE';

  constructor({ mode, preview }: Pick<RepairUnit, 'mode' | 'preview'>, why: string) {
    super(`${kindOf({ mode, preview })} ${why}`, { mode, ...(preview && { preview }) });
  }
}

function kindOf({ mode, preview }: { readonly mode: RepairMode; readonly preview: RepairUnit['preview'] }): string {
  return preview === undefined ? `Repair mode "${mode}"` : `A preview of kind "${preview}"`;
}

/** More segments than one run may have. */
export class TooManySegmentsError extends DomainError {
  readonly code = 'TOO_MANY_SEGMENTS';

  constructor(segments: number, limit: number) {
    super(`The plan has ${segments} segments, more than the limit of ${limit}; ask for fewer or larger segments`, {
      segments,
      limit,
    });
  }
}

/** Others kept changing the run while this edit was tried. */
export class EditConflictError extends DomainError {
  readonly code = 'EDIT_CONFLICT';
  override readonly retryable = true;

  constructor(runId: string, attempts: number) {
    super(`Run ${runId} was changed by others ${attempts} times meanwhile; read it again and repeat the change`, {
      runId,
      attempts,
    });
  }
}

/** The run was changed since the version that the change is based on. */
export class VersionMismatchError extends DomainError {
  readonly code = 'VERSION_MISMATCH';

  constructor(runId: string, specVersion: number) {
    super(`Run ${runId} was changed meanwhile (version ${specVersion}); read it again and decide anew`, {
      runId,
      specVersion,
    });
  }
}

/** The run has no such segment. */
export class UnknownSegmentError extends DomainError {
  readonly code = 'UNKNOWN_SEGMENT';

  constructor(runId: string, seq: number) {
    super(`Run ${runId} has no segment ${seq}; list its segments to see those it has`, { runId, seq });
  }
}
