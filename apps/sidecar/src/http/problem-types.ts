import type {
  ChangedMeanwhileError,
  ForbiddenError,
  InvalidUserNameError,
  LastOperatorError,
  LoginFailedError,
  NoUserYetError,
  TooManyEntriesError,
  TooManyLoginsError,
  UnauthenticatedError,
  UnknownApiTokenError,
  UnknownUserError,
  UserExistsError,
  WeakPasswordError,
} from '@reaper-sidecar/auth';
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
  VersionMismatchError,
} from '@reaper-sidecar/repair-core';
import type { PlannerErrorCode } from '@reaper-sidecar/segment-planner';

type DomainErrors =
  | ChangedMeanwhileError
  | ForbiddenError
  | InvalidUserNameError
  | LastOperatorError
  | LoginFailedError
  | NoUserYetError
  | TooManyEntriesError
  | TooManyLoginsError
  | UnauthenticatedError
  | UnknownApiTokenError
  | UnknownUserError
  | UserExistsError
  | WeakPasswordError
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
  | UnsupportedModeError
  | VersionMismatchError;

/** Codes that arise at the edge itself. */
type EdgeCode =
  | 'VALIDATION_FAILED'
  | 'INVALID_JSON'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BAD_REQUEST'
  | 'FORBIDDEN_ORIGIN'
  | 'CSRF_HEADER_MISSING'
  | 'SIGNATURE_INVALID'
  | 'TOO_MANY_REQUESTS'
  | 'JSON_TOO_DEEP'
  | 'URI_TOO_LONG'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_IN_FLIGHT'
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
  JSON_TOO_DEEP: { status: 400, title: 'The body is nested too deeply' },
  BAD_REQUEST: { status: 400, title: 'The request cannot be understood' },
  INVALID_CURSOR: { status: 400, title: 'The cursor is not valid' },
  INVALID_TOKEN: { status: 400, title: 'A token is not valid' },
  INVALID_RANGE: { status: 400, title: 'A token range is not valid' },
  UNAUTHENTICATED: { status: 401, title: 'You are not logged in' },
  LOGIN_FAILED: { status: 401, title: 'The login failed' },
  FORBIDDEN: { status: 403, title: 'You may not do this' },
  NO_USER_YET: { status: 403, title: 'There is no user yet' },
  CSRF_HEADER_MISSING: { status: 403, title: 'A header of the own pages is missing' },
  FORBIDDEN_ORIGIN: { status: 403, title: 'The request comes from a foreign page' },
  SIGNATURE_INVALID: { status: 403, title: 'The signature is not valid' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
  UNKNOWN_USER: { status: 404, title: 'The user does not exist' },
  UNKNOWN_API_TOKEN: { status: 404, title: 'The API token does not exist' },
  UNKNOWN_RUN: { status: 404, title: 'The run does not exist' },
  UNKNOWN_SEGMENT: { status: 404, title: 'The run has no such segment' },
  USER_EXISTS: { status: 409, title: 'There is such a user already' },
  LAST_OPERATOR: { status: 409, title: 'It is the last operator' },
  TOO_MANY_ENTRIES: { status: 409, title: 'A limit is reached' },
  CHANGED_MEANWHILE: { status: 409, title: 'Others changed the same meanwhile' },
  UNIT_BUSY: { status: 409, title: 'A run repairs these tables already' },
  RUN_FINISHED: { status: 409, title: 'The run is over' },
  RUN_ABORTING: { status: 409, title: 'The run is being aborted' },
  RUN_NOT_FINISHED: { status: 409, title: 'The run is not over' },
  EDIT_CONFLICT: { status: 409, title: 'Others changed the run meanwhile' },
  IDEMPOTENCY_IN_FLIGHT: { status: 409, title: 'The same request is still at work' },
  VERSION_MISMATCH: { status: 412, title: 'Others changed it since it was read' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large' },
  URI_TOO_LONG: { status: 414, title: 'The path is too long' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body is not JSON' },
  WEAK_PASSWORD: { status: 422, title: 'The password is too weak' },
  INVALID_USER_NAME: { status: 422, title: 'The name of the user is not valid' },
  UNKNOWN_KEYSPACE: { status: 422, title: 'The keyspace does not exist' },
  UNKNOWN_TABLE: { status: 422, title: 'A table does not exist' },
  UNKNOWN_DATACENTER: { status: 422, title: 'A datacenter does not exist' },
  UNKNOWN_HOST_ID: { status: 422, title: 'A node does not exist' },
  KEYSPACE_NOT_REPLICATED: { status: 422, title: 'The keyspace is local to each node' },
  NOTHING_TO_REPAIR: { status: 422, title: 'There is nothing to repair' },
  UNSUPPORTED_MODE: { status: 422, title: 'The cluster cannot repair in this way' },
  TOO_MANY_SEGMENTS: { status: 422, title: 'The plan has too many segments' },
  ESTIMATES_MISSING: { status: 422, title: 'Cassandra has no size estimates yet' },
  INPUT_TOO_LARGE: { status: 422, title: 'The cluster is larger than the limits' },
  INVALID_REQUEST: { status: 422, title: 'The request cannot be planned' },
  UNSUPPORTED_PARTITIONER: { status: 422, title: 'The partitioner is not supported' },
  START_REFUSED: { status: 422, title: 'Cassandra refused the repair' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The key belongs to another request' },
  TOO_MANY_LOGINS: { status: 429, title: 'Too many logins' },
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

/** Path of the page about a problem; the sidecar serves it itself, so that it can be read without the internet. */
export function problemPath(code: ProblemCode): string {
  return `/problems/${problemName(code)}`;
}

/** As in paths and file names: `UNIT_BUSY` is `unit-busy`. */
export function problemName(code: ProblemCode): string {
  return code.toLowerCase().replaceAll('_', '-');
}
