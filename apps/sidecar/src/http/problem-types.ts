import type {
  EditConflictError,
  InvalidCursorError,
  LocalKeyspaceError,
  NodeUnreachableError,
  NothingToRepairError,
  RingUnreadableError,
  RunAbortingError,
  RunFinishedError,
  RunNotFinishedError,
  StartRefusedError,
  StoreRefusedError,
  StoreUnavailableError,
  TooManySegmentsError,
  UnitBusyError,
  UnknownKeyspaceError,
  UnknownOutcomeError,
  UnknownRunError,
  UnknownSegmentError,
  UnknownTableError,
  UnreadableBodyError,
  UnsupportedModeError,
} from '@reaper-sidecar/repair-core';
import type { PlannerErrorCode } from '@reaper-sidecar/segment-planner';

type DomainErrors =
  | EditConflictError
  | InvalidCursorError
  | LocalKeyspaceError
  | NodeUnreachableError
  | NothingToRepairError
  | RingUnreadableError
  | RunAbortingError
  | RunFinishedError
  | RunNotFinishedError
  | StartRefusedError
  | StoreRefusedError
  | StoreUnavailableError
  | TooManySegmentsError
  | UnitBusyError
  | UnknownKeyspaceError
  | UnknownOutcomeError
  | UnknownRunError
  | UnknownSegmentError
  | UnknownTableError
  | UnreadableBodyError
  | UnsupportedModeError;

/** Codes that arise at the edge itself. */
type EdgeCode =
  | 'VALIDATION_FAILED'
  | 'INVALID_JSON'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BAD_REQUEST'
  | 'FORBIDDEN_ORIGIN'
  | 'SIGNATURE_INVALID'
  | 'TOO_MANY_REQUESTS'
  | 'NOT_FOUND'
  | 'INTERNAL_ERROR';

export type ProblemCode = DomainErrors['code'] | PlannerErrorCode | EdgeCode;

export interface ProblemType {
  readonly status: number;
  readonly title: string;
}

/** HTTP status and title of every error there is. A new code that is missing here does not compile. */
export const PROBLEM_TYPES = {
  VALIDATION_FAILED: { status: 400, title: 'The request is not valid' },
  INVALID_JSON: { status: 400, title: 'The body is not valid JSON' },
  BAD_REQUEST: { status: 400, title: 'The request cannot be understood' },
  INVALID_CURSOR: { status: 400, title: 'The cursor is not valid' },
  INVALID_TOKEN: { status: 400, title: 'A token is not valid' },
  INVALID_RANGE: { status: 400, title: 'A token range is not valid' },
  FORBIDDEN_ORIGIN: { status: 403, title: 'The request comes from a foreign page' },
  SIGNATURE_INVALID: { status: 403, title: 'The signature is not valid' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
  UNKNOWN_RUN: { status: 404, title: 'The run does not exist' },
  UNKNOWN_SEGMENT: { status: 404, title: 'The run has no such segment' },
  UNIT_BUSY: { status: 409, title: 'A run repairs these tables already' },
  RUN_FINISHED: { status: 409, title: 'The run is over' },
  RUN_ABORTING: { status: 409, title: 'The run is being aborted' },
  RUN_NOT_FINISHED: { status: 409, title: 'The run is not over' },
  EDIT_CONFLICT: { status: 409, title: 'Others changed the run meanwhile' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body is not JSON' },
  UNKNOWN_KEYSPACE: { status: 422, title: 'The keyspace does not exist' },
  UNKNOWN_TABLE: { status: 422, title: 'A table does not exist' },
  UNKNOWN_DATACENTER: { status: 422, title: 'A datacenter does not exist' },
  UNKNOWN_HOST_ID: { status: 422, title: 'A node does not exist' },
  KEYSPACE_NOT_REPLICATED: { status: 422, title: 'The keyspace is local to each node' },
  NOTHING_TO_REPAIR: { status: 422, title: 'There is nothing to repair' },
  UNSUPPORTED_MODE: { status: 422, title: 'The repair mode is not supported' },
  TOO_MANY_SEGMENTS: { status: 422, title: 'The plan has too many segments' },
  ESTIMATES_MISSING: { status: 422, title: 'Cassandra has no size estimates yet' },
  INPUT_TOO_LARGE: { status: 422, title: 'The cluster is larger than the limits' },
  INVALID_REQUEST: { status: 422, title: 'The request cannot be planned' },
  UNSUPPORTED_PARTITIONER: { status: 422, title: 'The partitioner is not supported' },
  START_REFUSED: { status: 422, title: 'Cassandra refused the repair' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  INTERNAL_ERROR: { status: 500, title: 'The sidecar failed' },
  STORE_REFUSED: { status: 500, title: 'Cassandra refused a statement of the sidecar' },
  UNREADABLE_BODY: { status: 500, title: 'A stored row cannot be read' },
  STORE_UNAVAILABLE: { status: 503, title: 'The keyspace of the sidecars cannot be reached' },
  UNKNOWN_OUTCOME: { status: 503, title: 'Whether the change took effect is unknown' },
  NODE_UNREACHABLE: { status: 503, title: 'The node cannot be reached' },
  RING_UNREADABLE: { status: 503, title: 'The ring cannot be read at the moment' },
  RING_GAP: { status: 503, title: 'The ring has a gap at the moment' },
  RING_OVERLAP: { status: 503, title: 'The ring has an overlap at the moment' },
  UNKNOWN_REPLICA: { status: 503, title: 'The ring names a node that is not known yet' },
} as const satisfies Record<ProblemCode, ProblemType>;

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEM_TYPES, code);
}
