import type { ProblemCode } from './problem-types.js';

/** One wrong place of a request. */
export interface RequestMistake {
  /** As in the JSON body, for example `tables[2]`; a parameter by its name. */
  readonly path: string;
  readonly message: string;
}

/** An error of the edge itself. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly errors?: readonly RequestMistake[],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
