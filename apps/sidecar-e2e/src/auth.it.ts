import { createApiClient } from '@reaper-sidecar/api-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { RoundRobinBalancer, SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { loggedSecrets } from './logged-secrets.js';
import { startTestCluster } from './test-bed.js';

const FIRST = 'tangerine-Okapi-58-lamp';
const SECOND = 'harbour-Lynx-31-moss';
const ACTIONS = 500;

const SETTINGS = {
  REAPER_BOOTSTRAP_USER: 'anna',
  REAPER_BOOTSTRAP_PASSWORD: FIRST,
  REAPER_AUTH_ACCESS_TOKEN_MINUTES: '1',
};

/** A busy machine makes the schema slowly. */
const START_MS = 180_000;

let bed: {
  readonly cluster: Cluster;
  readonly sidecars: readonly SidecarProcess[];
  readonly balancer: RoundRobinBalancer;
  readonly url: string;
};
/** Passwords and tokens; what the requests below get is added. */
const secrets = new Set([FIRST, SECOND]);
const logs = mkdtempSync(join(tmpdir(), 'reaper-e2e-auth-'));

beforeAll(async () => {
  const cluster = await startTestCluster({ tokens: 4 });
  const sidecars = cluster.nodes.map(
    (node) => new SidecarProcess({ node, httpPort: 8080, logFile: join(logs, `${node.index}.log`), env: SETTINGS }),
  );
  const balancer = await RoundRobinBalancer.listen(sidecars.map(({ url }) => url));
  bed = { cluster, sidecars, balancer, url: balancer.url };
  await Promise.all(sidecars.map((sidecar) => sidecar.start(START_MS)));
});

afterAll(async () => {
  await bed?.balancer.close();
  await Promise.all(bed?.sidecars.map((sidecar) => sidecar.stop()) ?? []);
  await bed?.cluster.wipe();
  rmSync(logs, { recursive: true, force: true });
});

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

async function call(
  path: string,
  options: { readonly method?: string; readonly token?: string; readonly body?: object; readonly url?: string } = {},
) {
  const { method = 'GET', token, body, url = bed.url } = options;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  for (const [, token] of text.matchAll(/"(?:accessToken|refreshToken|token)":"([^"]+)"/g)) secrets.add(String(token));
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, by: answer.headers.get('x-served-by'), body: isJson ? JSON.parse(text) : undefined };
}

async function login(password: string, user = 'anna'): Promise<Session> {
  const { status, body } = await call('/auth/login', { method: 'POST', body: { user, password } });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as Session;
}

/** As clients do: a sidecar or a node that is just going away is asked again. A 401 never is. */
async function patiently(path: string, options: Parameters<typeof call>[1] = {}) {
  for (let tries = 40; ; tries--) {
    const answer = await call(path, options).catch(() => undefined);
    if (tries === 0 || (answer && answer.status < 500)) return answer ?? { status: 0, body: undefined };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function refresh({ refreshToken }: Session): Promise<Session> {
  const { status, body } = await patiently('/auth/refresh', { method: 'POST', body: { refreshToken } });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as Session;
}

/** Reads the beginning of the event stream. */
async function openStream(token: string): Promise<{ status: number; begin: string }> {
  const end = new AbortController();
  const answer = await fetch(`${bed.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: end.signal,
  });
  const chunk = await answer.body?.getReader().read();
  end.abort();
  return { status: answer.status, begin: Buffer.from(chunk?.value ?? []).toString() };
}

async function refusedWithin(ms: number, sidecar: SidecarProcess, token: string): Promise<void> {
  const end = Date.now() + ms;
  while ((await call('/auth/me', { token, url: sidecar.url })).status !== 401) {
    if (Date.now() > end) throw new Error(`${sidecar.url} still accepts the token after ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('one login behind a balancer that sends every request to another sidecar', () => {
  it('is created once for the cluster, and needed from then on', async () => {
    for (const { url } of bed.sidecars) {
      expect((await call('/cluster', { url })).status).toBe(401);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }
    const { accessToken } = await login(FIRST);
    const { body } = await call('/users', { token: accessToken });
    expect(body.items).toMatchObject([{ name: 'anna', role: 'operator', createdBy: 'bootstrap' }]);
  });

  it(`does ${ACTIONS} reads, writes and streams without a wrong 401 or a stale read after a write`, async () => {
    let session = await login(FIRST);
    const served = new Set<string>();
    const ask = async (path: string, options: Parameters<typeof call>[1] = {}) => {
      const answer = await call(path, { ...options, token: session.accessToken });
      expect([401, 403, 500, 503]).not.toContain(answer.status);
      served.add(String(answer.by));
      return answer;
    };
    const actions: (() => Promise<void>)[] = [
      async () => void (await ask('/cluster')),
      async () => expect((await ask('/auth/me')).body).toMatchObject({ name: 'anna' }),
      async () =>
        expect(await openStream(session.accessToken)).toMatchObject({
          status: 200,
          begin: expect.stringContaining('retry:'),
        }),
      async () => void (session = await refresh(session)),
    ];
    for (let n = 0, role = 'viewer'; n < ACTIONS; n++) {
      if (n % 10 === 0) {
        role = role === 'viewer' ? 'operator' : 'viewer';
        const name = `user${n % 50}`;
        const made = await ask('/users', { method: 'POST', body: { name, password: SECOND, role: 'viewer' } });
        expect([201, 409]).toContain(made.status);
        await ask(`/users/${name}`, { method: 'PATCH', body: { role } });
        expect((await ask(`/users/${name}`)).body).toMatchObject({ role });
      } else if (n % 25 === 7) {
        const { body: made } = await ask('/api-tokens', {
          method: 'POST',
          body: { name: `job ${n}`, role: 'operator' },
        });
        expect((await call('/cluster', { token: made.token })).status).toBe(200);
        expect((await ask(`/api-tokens/${made.id}`, { method: 'DELETE' })).status).toBe(204);
      } else {
        await actions[n % actions.length]?.();
      }
    }
    expect(served.size).toBe(3);
  });

  it('gives tabs that refresh at once through different sidecars one successor', async () => {
    const session = await login(FIRST);
    const next = await Promise.all(Array.from({ length: 6 }, () => refresh(session)));
    expect(new Set(next.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    for (const { accessToken } of next) expect((await call('/auth/me', { token: accessToken })).status).toBe(200);
  });

  it('goes on for whoever changes the password, and ends everywhere else within ten seconds', async () => {
    const [mine, other] = [await login(FIRST), await login(FIRST)];
    const body = { currentPassword: FIRST, newPassword: SECOND };
    const changed = await call('/auth/password', { method: 'PUT', token: mine.accessToken, body });
    expect(changed.status).toBe(200);
    for (let n = 0; n < 30; n++) expect((await call('/auth/me', { token: changed.body.accessToken })).status).toBe(200);
    for (const sidecar of bed.sidecars) await refusedWithin(10_000, sidecar, other.accessToken);
    expect((await call('/auth/login', { method: 'POST', body: { user: 'anna', password: FIRST } })).status).toBe(401);
  });

  it('ends on every sidecar within ten seconds of a logout or a revocation', async () => {
    const session = await login(SECOND);
    for (const { url } of bed.sidecars)
      expect((await call('/auth/me', { token: session.accessToken, url })).status).toBe(200);
    expect((await call('/auth/logout', { method: 'POST', token: session.accessToken })).status).toBe(204);
    for (const sidecar of bed.sidecars) await refusedWithin(10_000, sidecar, session.accessToken);
    expect((await call('/auth/refresh', { method: 'POST', body: { refreshToken: session.refreshToken } })).status).toBe(
      401,
    );
    const [anna, ben] = [await login(SECOND), await login(SECOND, 'user0')];
    expect((await call('/users/user0/sessions', { method: 'DELETE', token: anna.accessToken })).status).toBe(204);
    for (const sidecar of bed.sidecars) await refusedWithin(10_000, sidecar, ben.accessToken);
  });

  it('leaves a trail that every sidecar shows', async () => {
    const { accessToken } = await login(SECOND);
    const seen = await call('/audit?limit=200', { token: accessToken });
    const actions = new Set((seen.body.items as { action: string }[]).map(({ action }) => action));
    for (const action of ['login', 'logout', 'changeUser', 'revokeUserSessions', 'createApiToken'])
      expect(actions).toContain(action);
  });

  it('throttles guesses over all sidecars', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) {
      statuses.push(
        (await call('/auth/login', { method: 'POST', body: { user: 'user10', password: `guess ${n}` } })).status,
      );
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a session', () => {
  it('survives restarts, the loss of the leader, new keys and a dead Cassandra node', async () => {
    let session = await login(SECOND);
    const works = async () => {
      for (let n = 0; n < 6; n++)
        expect((await patiently('/auth/me', { token: session.accessToken })).status).toBe(200);
      session = await refresh(session);
    };
    await works();
    const leader = await leadingSidecar(session.accessToken);
    await leader.kill();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await works();
    await leader.start();
    for (const sidecar of bed.sidecars) {
      await sidecar.stop();
      await sidecar.start();
    }
    await works();
    const rotate = (discardOlder: boolean) =>
      call('/auth/keys/rotate', { method: 'POST', token: session.accessToken, body: { discardOlder } });
    const before = session;
    expect((await rotate(false)).status).toBe(200);
    for (let n = 0; n < 6; n++) expect((await call('/auth/me', { token: before.accessToken })).status).toBe(200);
    expect((await rotate(true)).status).toBe(200);
    for (const sidecar of bed.sidecars) await refusedWithin(10_000, sidecar, before.accessToken);
    session = await refresh(session);
    await works();
    await bed.cluster.stopNode(3);
    for (const { url } of bed.sidecars.slice(0, 2)) {
      for (let n = 0; n < 3; n++)
        expect((await patiently('/auth/me', { token: session.accessToken, url })).status).toBe(200);
    }
    await works();
    await bed.cluster.startNode(3);
  });

  it('leaves no secret in the logs of the sidecars', () => {
    expect(secrets.size).toBeGreaterThan(100);
    expect(loggedSecrets(logs, secrets)).toEqual([]);
  });
});

async function leadingSidecar(token: string): Promise<SidecarProcess> {
  const api = createApiClient({ baseUrl: bed.url, headers: { authorization: `Bearer ${token}` } });
  const { data: cluster } = await api.GET('/api/v1/cluster');
  const { data: nodes } = await api.GET('/api/v1/nodes');
  const address = nodes?.items.find(({ hostId }) => hostId === cluster?.leader?.hostId)?.address.split(':')[0];
  const found = bed.sidecars.find(({ options }) => options.node.address === address);
  if (!found) throw new Error('Nobody leads');
  return found;
}
