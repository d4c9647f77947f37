import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Log } from '@reaper-sidecar/repair-core';
import type { Request, Response } from 'express';
import { basePathOf } from './base-path.js';
import { toProblem } from './problem.js';
import { requestIdOf } from './request-id.js';

const RETRY_LATER: ReadonlySet<number> = new Set([429, 503]);

/** Answers every error of a request as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  answer(error: unknown, request: Request, response: Response): void {
    const problem = toProblem(error, requestIdOf(response), basePathOf(request));
    if (problem.status >= 500) {
      const fields = { requestId: problem.requestId, method: request.method, path: request.path, code: problem.code };
      if (problem.status === 500) this.log.error('Request failed', { ...fields, error });
      else this.log.warn('Request could not be served', { ...fields, detail: problem.detail });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (RETRY_LATER.has(problem.status) || problem.code === 'IDEMPOTENCY_IN_FLIGHT') {
      if (!response.hasHeader('Retry-After')) response.setHeader('Retry-After', '5');
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
