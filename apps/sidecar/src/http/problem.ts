import { HttpException } from '@nestjs/common';
import { DomainError } from '@reaper-sidecar/repair-core';
import { ApiError, type RequestMistake } from './api-error.js';
import { isProblemCode, problemPath, PROBLEM_TYPES, type ProblemCode } from './problem-types.js';

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
export function toProblem(error: unknown, requestId: string, basePath = ''): Problem {
  const { code, detail } = judge(error);
  const { status, title } = PROBLEM_TYPES[code];
  return {
    type: basePath + problemPath(code),
    title,
    status,
    code,
    detail,
    requestId,
    ...(error instanceof ApiError && error.errors && { errors: error.errors }),
    ...runMembers(error, basePath),
  };
}

function judge(error: unknown): { code: ProblemCode; detail: string } {
  if (hasKnownCode(error)) return { code: error.code, detail: error.message };
  if (error instanceof HttpException && error.getStatus() < 500) {
    return { code: error.getStatus() === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', detail: error.message };
  }
  return {
    code: 'INTERNAL_ERROR',
    detail: 'Something unexpected happened; the log of this sidecar has the details under the request id',
  };
}

function hasKnownCode(error: unknown): error is Error & { code: ProblemCode } {
  return error instanceof Error && isProblemCode((error as { code?: unknown }).code);
}

function runMembers(error: unknown, basePath: string): Pick<Problem, 'runId' | 'link'> {
  const runId = error instanceof DomainError ? error.details['runId'] : undefined;
  return typeof runId === 'string' ? { runId, link: `${basePath}/api/v1/runs/${runId}` } : {};
}
