import { HttpException } from '@nestjs/common';
import { DomainError } from '@reaper-sidecar/repair-core';
import { ApiError, type RequestMistake } from './api-error.js';
import { isProblemCode, PROBLEM_TYPES, type ProblemCode } from './problem-types.js';

/** Body of every error, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly RequestMistake[];
  /** Run that the error is about, and where to find it. */
  readonly runId?: string;
  readonly link?: string;
}

/** Turns whatever was thrown into a problem. What is not ours tells nothing of the inside. */
export function toProblem(error: unknown, requestId: string): Problem {
  const { code, detail } = judge(error);
  const { status, title } = PROBLEM_TYPES[code];
  return {
    type: `urn:reaper-sidecar:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code,
    detail,
    requestId,
    ...(error instanceof ApiError && error.errors && { errors: error.errors }),
    ...runMembers(error),
  };
}

function judge(error: unknown): { code: ProblemCode; detail: string } {
  if (hasKnownCode(error)) return { code: error.code, detail: error.message };
  const httpError = httpErrorOf(error);
  if (httpError) return judgeHttpError(httpError);
  return {
    code: 'INTERNAL_ERROR',
    detail: 'Something unexpected happened; the log of this sidecar has the details under the request id',
  };
}

function hasKnownCode(error: unknown): error is Error & { code: ProblemCode } {
  return error instanceof Error && isProblemCode((error as { code?: unknown }).code);
}

/** Errors of the framework and of the body parser. */
interface HttpError {
  readonly status: number;
  readonly message: string;
  /** Kind of error of the body parser. */
  readonly type?: string;
  readonly limit?: number;
}

function httpErrorOf(error: unknown): HttpError | undefined {
  if (error instanceof HttpException) return { status: error.getStatus(), message: error.message };
  const { status, expose, message, ...rest } = (error ?? {}) as HttpError & { expose?: unknown };
  return typeof status === 'number' && expose === true
    ? { status, message: message ?? String(error), ...rest }
    : undefined;
}

function judgeHttpError({ status, type, limit, message }: HttpError): { code: ProblemCode; detail: string } {
  if (status === 413) {
    return { code: 'BODY_TOO_LARGE', detail: `The body has more than ${limit ?? 'the allowed'} bytes; send less` };
  }
  if (type === 'entity.parse.failed') {
    return { code: 'INVALID_JSON', detail: `The body is not valid JSON: ${message.slice(0, 200)}` };
  }
  if (status === 415) return { code: 'UNSUPPORTED_MEDIA_TYPE', detail: message };
  if (status === 404) return { code: 'NOT_FOUND', detail: message };
  if (status < 500) return { code: 'BAD_REQUEST', detail: message };
  return { code: 'INTERNAL_ERROR', detail: 'The sidecar failed; its log has the details under the request id' };
}

function runMembers(error: unknown): Pick<Problem, 'runId' | 'link'> {
  const runId = error instanceof DomainError ? error.details['runId'] : undefined;
  return typeof runId === 'string' ? { runId, link: `/api/v1/runs/${runId}` } : {};
}
