interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** A request that failed, in words for people. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    message: string,
    /** Under which the log of the sidecar tells more; absent when no sidecar answered. */
    readonly requestId?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** From the problem document (RFC 9457) of a sidecar, or from whatever a proxy sent in its place. */
  static fromAnswer(body: unknown): RequestError {
    if (!isProblem(body)) return new RequestError('A proxy in front of the sidecars answered with an error.');
    const mistakes = body.errors?.map(({ path, message }) => `${path} ${message}`).join('; ');
    return new RequestError(`${body.title}: ${mistakes ?? body.detail}.`.replace(/[.]+$/, '.'), body.requestId);
  }

  static fromFailure(cause: unknown): RequestError {
    return new RequestError(failureWords(cause), undefined, { cause });
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body;
}

function failureWords(cause: unknown): string {
  const { name } = cause as { readonly name?: unknown };
  if (name === 'TimeoutError') return 'The sidecar did not answer in time.';
  if (name === 'SyntaxError') return 'Something other than a sidecar answered.';
  return 'No sidecar can be reached.';
}
