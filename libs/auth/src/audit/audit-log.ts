import type { Page } from '@reaper-sidecar/repair-core';

/** Who did what, when, from where, and what came of it. Holds no secrets and no bodies. */
export interface AuditEntry {
  readonly id: string;
  readonly atMs: number;
  /** User, `token:<id>`, `oidc:<name>`, or `anonymous`. */
  readonly actor: string;
  /** Operation id of the API. */
  readonly action: string;
  /** Path that was called. */
  readonly target: string;
  readonly address: string;
  /** HTTP status. */
  readonly status: number;
  readonly requestId: string;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. A page may be short: the end is where there is no cursor. @throws InvalidCursorError */
  list(query: { readonly limit: number; readonly cursor?: string; readonly nowMs: number }): Promise<Page<AuditEntry>>;
}

/** Entries vanish after this time. */
export const AUDIT_DAYS = 90;
