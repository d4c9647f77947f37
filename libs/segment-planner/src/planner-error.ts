/** Codes are part of the API: they never change their meaning. */
export const PLANNER_ERROR_CODES = {
  UNSUPPORTED_PARTITIONER: 'UNSUPPORTED_PARTITIONER',
  INVALID_TOKEN: 'INVALID_TOKEN',
  INVALID_RANGE: 'INVALID_RANGE',
  INVALID_REQUEST: 'INVALID_REQUEST',
  INPUT_TOO_LARGE: 'INPUT_TOO_LARGE',
  RING_GAP: 'RING_GAP',
  RING_OVERLAP: 'RING_OVERLAP',
  UNKNOWN_REPLICA: 'UNKNOWN_REPLICA',
  UNKNOWN_DATACENTER: 'UNKNOWN_DATACENTER',
  UNKNOWN_HOST_ID: 'UNKNOWN_HOST_ID',
  ESTIMATES_MISSING: 'ESTIMATES_MISSING',
  TOO_MANY_SEGMENTS: 'TOO_MANY_SEGMENTS',
} as const;
export type PlannerErrorCode = (typeof PLANNER_ERROR_CODES)[keyof typeof PLANNER_ERROR_CODES];

/** Causes that pass by themselves: a ring in motion settles, Cassandra refreshes its size estimates every 300 s. */
const RETRYABLE_CODES: ReadonlySet<PlannerErrorCode> = new Set([
  PLANNER_ERROR_CODES.RING_GAP,
  PLANNER_ERROR_CODES.RING_OVERLAP,
  PLANNER_ERROR_CODES.UNKNOWN_REPLICA,
  PLANNER_ERROR_CODES.ESTIMATES_MISSING,
]);

/** One thing that is wrong. */
export interface PlannerProblem {
  readonly code: PlannerErrorCode;
  /** What happened, why, and what to do. */
  readonly message: string;
  /** The data behind the message, safe for JSON: tokens and ranges are text. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Thrown by every function of this library that refuses its input. Lists all the problems that were found (at most
 * {@link MAX_REPORTED_PROBLEMS}); `code` and `details` are those of the first.
 */
export class PlannerError extends Error {
  override readonly name = 'PlannerError';
  readonly code: PlannerErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly problems: readonly PlannerProblem[];
  /** Whether the same call can succeed later, with the data Cassandra reports then. */
  readonly retryable: boolean;

  constructor(problems: readonly [PlannerProblem, ...PlannerProblem[]]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.code = problems[0].code;
    this.details = problems[0].details;
    this.problems = problems;
    this.retryable = problems.every((problem) => RETRYABLE_CODES.has(problem.code));
  }
}

/** A broken ring can hold thousands of mistakes; nobody reads more than these. */
export const MAX_REPORTED_PROBLEMS = 20;

export function problem(
  code: PlannerErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): PlannerProblem {
  return { code, message, details };
}

export function throwProblems(problems: readonly PlannerProblem[]): void {
  const [first, ...others] = problems;
  if (first !== undefined) throw new PlannerError([first, ...others.slice(0, MAX_REPORTED_PROBLEMS - 1)]);
}
