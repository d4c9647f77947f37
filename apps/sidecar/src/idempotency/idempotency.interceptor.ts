import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { toProblem } from '../http/problem.js';
import { Idempotency, type Reservation } from './idempotency.js';
import { keyedRequest } from './idempotency-key.js';
import { IDEMPOTENT, type ReservedRequest } from './idempotent.js';

/** Headers of an answer that are part of it when it is repeated. */
const KEPT_HEADERS = ['location', 'etag'] as const;

/** Answers a repeated request of an `@Idempotent()` operation with the answer of the first. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<ReservedRequest & Request>();
    const keyed = keyedRequest(request, `${context.getClass().name}.${context.getHandler().name}`);
    if (!keyed) return next.handle();
    const response = http.getResponse<Response>();
    return from(
      this.idempotency.begin(keyed).then((begun) => {
        if (begun.kind === 'answered') return repeat(begun.answer, response);
        request.reservation = begun.reservation;
        return this.answer(begun.reservation, next, response);
      }),
    );
  }

  private async answer(reservation: Reservation, next: CallHandler, response: Response): Promise<unknown> {
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.idempotency.finish(reservation, {
        status: response.statusCode,
        headers: keptHeaders(response),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return body;
    } catch (error) {
      await this.idempotency.giveUp(reservation, { undone: toProblem(error, '').status < 500 });
      throw error;
    }
  }
}

function keptHeaders(response: Response): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.getHeader(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function repeat({ status, headers, body }: Parameters<Idempotency['finish']>[1], response: Response): unknown {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Idempotency-Replayed', 'true');
  return body === undefined ? undefined : (JSON.parse(body) as unknown);
}
