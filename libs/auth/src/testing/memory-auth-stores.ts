import { InvalidCursorError, type Page } from '@reaper-sidecar/repair-core';
import type { AuditEntry, AuditLog } from '../audit/audit-log.js';
import type { AuthStores } from '../auth.js';
import type { DirectoryChange, DirectoryContent, DirectoryStore } from '../directory/directory-store.js';
import type { SessionStore, StoredSession } from '../sessions/session-store.js';

/** What the sidecars of one cluster share of authentication. Nothing expires: time is in the tests' hands. */
export class MemoryAuthTables {
  readonly users = new MemoryDirectory();
  readonly apiTokens = new MemoryDirectory();
  readonly signingKeys = new MemoryDirectory();
  readonly sessions = new MemorySessions();
  readonly revoked = new Map<string, Set<string>>();
  readonly failures = new Map<string, number[]>();
  readonly used = new Map<string, number>();
  readonly audit = new MemoryAudit();

  /** The stores of one sidecar. */
  connect(): AuthStores {
    return {
      users: this.users,
      apiTokens: this.apiTokens,
      signingKeys: this.signingKeys,
      sessions: this.sessions,
      revokedSessions: {
        add: async (window, id) => void setOf(this.revoked, window).add(id),
        read: async (window) => [...setOf(this.revoked, window)],
      },
      loginFailures: {
        add: async (subject, atMs) => void this.failuresOf(subject).push(atMs),
        count: async (subject, limit) => Math.min(limit, this.failuresOf(subject).length),
        clear: async (subject, atMs) => {
          this.failures.set(
            subject,
            this.failuresOf(subject).filter((at) => at > atMs),
          );
        },
      },
      apiTokenUse: {
        write: async (id, atMs) => void this.used.set(id, atMs),
        readAll: async () => new Map(this.used),
      },
      audit: this.audit,
    };
  }

  private failuresOf(subject: string): number[] {
    const list = this.failures.get(subject) ?? [];
    this.failures.set(subject, list);
    return list;
  }
}

export class MemoryDirectory implements DirectoryStore {
  #version: string | undefined;
  readonly #entries = new Map<string, string>();
  /** Thrown by the next `put`, after or before it took effect. */
  failNextPut: { readonly error: Error; readonly applied: boolean } | undefined;
  reads = 0;

  async read(): Promise<DirectoryContent> {
    this.reads += 1;
    return { version: this.#version, entries: new Map(this.#entries) };
  }

  async readVersion(): Promise<string | undefined> {
    this.reads += 1;
    return this.#version;
  }

  async put({ id, body, version, expected }: DirectoryChange): Promise<boolean> {
    const failure = this.failNextPut;
    this.failNextPut = undefined;
    const applied = this.#version === expected;
    if (applied && failure?.applied !== false) {
      this.#version = version;
      this.#entries.set(id, body);
    }
    if (failure) throw failure.error;
    return applied;
  }
}

export class MemorySessions implements SessionStore {
  readonly #rows = new Map<string, StoredSession>();
  /** Thrown by the next `advance`, after or before it took effect. */
  failNextAdvance: { readonly error: Error; readonly applied: boolean } | undefined;

  async create(session: StoredSession): Promise<boolean> {
    if (this.#rows.has(session.id)) return false;
    this.#rows.set(session.id, session);
    return true;
  }

  async read(id: string): Promise<StoredSession | undefined> {
    return this.#rows.get(id);
  }

  async advance(session: StoredSession): Promise<boolean> {
    const failure = this.failNextAdvance;
    this.failNextAdvance = undefined;
    const applied = this.#rows.get(session.id)?.generation === session.generation - 1;
    if (applied && failure?.applied !== false) this.#rows.set(session.id, session);
    if (failure) throw failure.error;
    return applied;
  }
}

export class MemoryAudit implements AuditLog {
  readonly entries: AuditEntry[] = [];

  async append(entry: AuditEntry): Promise<void> {
    this.entries.push(entry);
  }

  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Page<AuditEntry>> {
    if (cursor !== undefined && !/^\d+$/.test(cursor)) throw new InvalidCursorError('Not a cursor of this listing');
    const newest = [...this.entries].sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
    const from = Number(cursor ?? 0);
    const items = newest.slice(from, from + limit);
    return from + limit < newest.length ? { items, nextCursor: String(from + limit) } : { items };
  }
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set();
  map.set(key, set);
  return set;
}
