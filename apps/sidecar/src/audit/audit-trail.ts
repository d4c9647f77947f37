import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { AuditEntry } from '@reaper-sidecar/auth';
import type { Request, Response } from 'express';
import { Access } from '../auth/access.js';
import { callerOf } from '../auth/caller.js';
import { Backend } from '../backend/backend.js';
import { requestIdOf } from '../http/request-id.js';
import { operationIdOf } from '../openapi/decorators.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Change nothing, though they are sent with POST. */
const UNREMARKABLE = new Set(['planRun', 'refreshSession', 'previewSchedule', 'validatePolicy', 'diffPolicy']);

/** Whom a login or a refused request is about, for requests whose caller is not known otherwise. */
interface Named {
  auditActor?: string;
}

export function nameActor(request: Request, actor: string): void {
  (request as Named).auditActor = actor;
}

/** Writes down every change and every login: who, what, when, from where, and the status of the answer. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly access: Access,
    private readonly backend: Backend,
  ) {}

  /** Once the answer is sent. Nobody waits for it: a trail that is away must not stop the work. */
  watch(context: ExecutionContext): void {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const action = operationIdOf(context.getHandler() as never) ?? 'unknown';
    if (READING.has(request.method) || UNREMARKABLE.has(action)) return;
    response.once('finish', () => this.write(this.entry(action, request, response)));
  }

  private entry(action: string, request: Request, response: Response): AuditEntry {
    const { clock, entropy } = this.backend.runtime;
    return {
      id: entropy.uuid(),
      atMs: clock.wallMs(),
      actor: callerOf(request)?.name ?? (request as Named).auditActor ?? 'unknown',
      action,
      target: request.path,
      address: request.ip ?? '',
      status: response.statusCode,
      requestId: requestIdOf(response),
    };
  }

  private write(entry: AuditEntry): void {
    const { log } = this.backend.runtime;
    log.info('Audit', { ...entry });
    this.access.auth.audit
      .append(entry)
      .catch((error: unknown) => log.warn('Audit entry not stored', { ...entry, error }));
  }
}
