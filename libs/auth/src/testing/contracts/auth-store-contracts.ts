/// <reference types="jest" />
import type { ApiTokenUseStore } from '../../api-tokens/api-token-use.js';
import type { AuditEntry, AuditLog } from '../../audit/audit-log.js';
import type { DirectoryStore } from '../../directory/directory-store.js';
import type { LoginFailureStore } from '../../login/login-failures.js';
import type { RevokedSessionStore, SessionStore } from '../../sessions/session-store.js';

/** The same store as two sidecars see it. */
export interface AuthStorePair<T> {
  readonly one: T;
  readonly other: T;
}

/** Over nothing stored, or over what cannot meet these tests. */
export type MakeAuthStores<T> = () => AuthStorePair<T> | Promise<AuthStorePair<T>>;

let made = 0;
const fresh = (what: string) => `${what}-${process.pid}-${Date.now()}-${made++}`;

/** What every DirectoryStore must do. Needs Jest's globals. */
export function describeDirectoryStoreContract(name: string, makeStores: MakeAuthStores<DirectoryStore>): void {
  describe(`a DirectoryStore of ${name}`, () => {
    let stores: AuthStorePair<DirectoryStore>;
    const read = (serial = false) => stores.other.read({ serial });

    beforeEach(async () => {
      stores = await makeStores();
    });

    it.each([true, false])('has no version and no entries at first (serial read: %s)', async (serial) => {
      expect(await read(serial)).toEqual({ version: undefined, entries: new Map() });
      expect(await stores.one.readVersion()).toBeUndefined();
    });

    it.each([true, false])('shows the others what was put (serial read: %s)', async (serial) => {
      expect(await stores.one.put({ id: 'a', body: '1', version: 'v1', expected: undefined })).toBe(true);
      expect(await stores.other.put({ id: 'b', body: '2', version: 'v2', expected: 'v1', ttlSeconds: 900 })).toBe(true);
      expect(await stores.one.put({ id: 'a', body: '3', version: 'v3', expected: 'v2' })).toBe(true);
      expect(await read(serial)).toEqual({
        version: 'v3',
        entries: new Map([
          ['a', '3'],
          ['b', '2'],
        ]),
      });
      expect(await stores.other.readVersion()).toBe('v3');
    });

    it('refuses a change that was decided on another version, also of another entry', async () => {
      await stores.one.put({ id: 'a', body: '1', version: 'v1', expected: undefined });
      for (const expected of [undefined, 'v0']) {
        expect(await stores.other.put({ id: 'b', body: '2', version: 'v2', expected })).toBe(false);
      }
      expect(await read(true)).toEqual({ version: 'v1', entries: new Map([['a', '1']]) });
    });

    it('lets exactly one of several first changes win', async () => {
      const answers = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((id, n) =>
          (n % 2 ? stores.one : stores.other).put({ id, body: id, version: id, expected: undefined }),
        ),
      );
      const winners = answers.filter((answer) => answer.status === 'fulfilled' && answer.value);
      expect(winners.length).toBeLessThanOrEqual(1);
      expect((await read(true)).entries.size).toBeLessThanOrEqual(1);
    });
  });
}

/** What every SessionStore must do. Needs Jest's globals. */
export function describeSessionStoreContract(makeStores: MakeAuthStores<SessionStore>): void {
  describe('a SessionStore', () => {
    let stores: AuthStorePair<SessionStore>;
    let id: string;

    beforeEach(async () => {
      stores = await makeStores();
      id = fresh('session');
    });

    it('knows nothing of a session that was never created', async () => {
      expect(await stores.one.read(id, { serial: false })).toBeUndefined();
      expect(await stores.one.advance({ id, generation: 1, body: 'x' }, 60)).toBe(false);
      expect(await stores.one.read(id, { serial: true })).toBeUndefined();
    });

    it('creates each session once and shows it to the others', async () => {
      expect(await stores.one.create({ id, generation: 0, body: 'first' }, 60)).toBe(true);
      expect(await stores.other.create({ id, generation: 0, body: 'second' }, 60)).toBe(false);
      expect(await stores.other.read(id, { serial: false })).toEqual({ id, generation: 0, body: 'first' });
    });

    it('advances generation by generation', async () => {
      await stores.one.create({ id, generation: 0, body: 'first' }, 60);
      expect(await stores.other.advance({ id, generation: 1, body: 'second' }, 60)).toBe(true);
      expect(await stores.one.advance({ id, generation: 1, body: 'late' }, 60)).toBe(false);
      expect(await stores.one.advance({ id, generation: 3, body: 'early' }, 60)).toBe(false);
      for (const serial of [true, false]) {
        expect(await stores.one.read(id, { serial })).toEqual({ id, generation: 1, body: 'second' });
      }
    });
  });
}

/** What every RevokedSessionStore must do. Needs Jest's globals. */
export function describeRevokedSessionStoreContract(makeStores: MakeAuthStores<RevokedSessionStore>): void {
  describe('a RevokedSessionStore', () => {
    it('shows the others what was revoked in a window, each once', async () => {
      const { one, other } = await makeStores();
      const [window, next] = [fresh('window'), fresh('window')];
      await one.add(window, 'a', 60);
      await other.add(window, 'b', 60);
      await other.add(window, 'a', 60);
      expect([...(await other.read(window))].sort()).toEqual(['a', 'b']);
      expect(await one.read(next)).toEqual([]);
    });
  });
}

/** What every LoginFailureStore must do. Needs Jest's globals. */
export function describeLoginFailureStoreContract(makeStores: MakeAuthStores<LoginFailureStore>): void {
  describe('a LoginFailureStore', () => {
    it('counts the failures that all sidecars saw, up to the limit, and forgets those before a moment', async () => {
      const { one, other } = await makeStores();
      const [subject, another] = [fresh('subject'), fresh('subject')];
      const now = Date.now();
      await Promise.all([1, 2, 3].map((n) => (n % 2 ? one : other).add(subject, now + n, 60)));
      expect(await one.count(subject, 10)).toBe(3);
      expect(await other.count(subject, 2)).toBe(2);
      expect(await other.count(another, 10)).toBe(0);
      await other.clear(subject, now + 100);
      expect(await one.count(subject, 10)).toBe(0);
      await one.add(subject, now + 200, 60);
      expect(await other.count(subject, 10)).toBe(1);
    });
  });
}

/** What every ApiTokenUseStore must do. Needs Jest's globals. */
export function describeApiTokenUseStoreContract(makeStores: MakeAuthStores<ApiTokenUseStore>): void {
  describe('an ApiTokenUseStore', () => {
    it('shows the latest use', async () => {
      const { one, other } = await makeStores();
      const id = fresh('token');
      await one.write(id, 1_000, 60);
      await other.write(id, 2_000, 60);
      expect((await one.readAll()).get(id)).toBe(2_000);
    });
  });
}

/** What every AuditLog must do. Needs Jest's globals. */
export function describeAuditLogContract(makeStores: MakeAuthStores<AuditLog>): void {
  describe('an AuditLog', () => {
    const DAY_MS = 86_400_000;
    const nowMs = Date.now();
    const entry = (n: number, atMs: number): AuditEntry => ({
      id: `${fresh('entry')}-${n}`,
      atMs,
      actor: 'anna',
      action: 'createRun',
      target: '/api/v1/runs',
      address: '127.0.0.1',
      status: 201,
      requestId: `r${n}`,
    });

    it('gives what was appended through any sidecar back page by page, newest first, also over days', async () => {
      const { one, other } = await makeStores();
      const entries = [0, 1, 2, 3, 4, 5, 6].map((n) => entry(n, nowMs - 6 * DAY_MS + n * DAY_MS));
      for (const [n, one_] of entries.entries()) await (n % 2 ? one : other).append(one_);
      const seen: AuditEntry[] = [];
      let cursor: string | undefined;
      do {
        const page = await other.list({ limit: 3, nowMs, ...(cursor !== undefined && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(3);
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual([...entries].reverse());
    });

    it('refuses a cursor that it did not make', async () => {
      const { one } = await makeStores();
      await expect(one.list({ limit: 3, nowMs, cursor: 'made-up' })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });
  });
}
