import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Cluster, Keyspace, Node, Run, Sidecar } from '../api/client';
import { aKeyspace, aNode, aRun, aSidecar } from './samples';

type Reasons = readonly { readonly title: string; readonly evidence: string; readonly remedy: string }[];

/** The API of a sidecar beside a healthy cluster of three nodes, in memory; change its fields to change the cluster. */
export class FakeSidecar {
  readonly server = setupServer(...this.#handlers());
  leader = true;
  nodes: Node[] = [];
  sidecars: Sidecar[] = [];
  keyspaces: Keyspace[] = [];
  runs: Run[] = [];
  reasons: Reasons = [];
  /** Bodies of the runs that were asked for. */
  created: unknown[] = [];
  /** "GET /api/v1/runs" and so on, in order. */
  requests: string[] = [];
  /** Bodies of the logins. */
  logins: unknown[] = [];
  /** Of every POST that was allowed through. */
  csrfHeaders: (string | null)[] = [];
  #account: { readonly user: string; readonly password: string } | undefined;
  #loggedIn = false;
  #problems = new Map<string, JsonBodyType>();

  constructor() {
    this.reset();
    this.server.events.on('request:start', ({ request }) => {
      this.requests.push(`${request.method} ${new URL(request.url).pathname}`);
    });
  }

  reset(): void {
    this.leader = true;
    this.nodes = [aNode(1), aNode(2), aNode(3)];
    this.sidecars = this.nodes.map((node, index) => aSidecar(node, { leader: index === 0 }));
    this.keyspaces = [aKeyspace('shop'), aKeyspace('single', { repairable: false })];
    this.runs = [];
    this.reasons = [];
    this.created = [];
    this.requests = [];
    this.logins = [];
    this.csrfHeaders = [];
    this.#account = undefined;
    this.#loggedIn = false;
    this.#problems.clear();
    this.server.resetHandlers();
  }

  /** Every request that is sent like this is refused from now on; a text is what a proxy might send. */
  refuse(request: string, body: JsonBodyType): void {
    this.#problems.set(request, body);
  }

  /** There is a user: whoever did not log in is refused. */
  requireLogin(account: { readonly user: string; readonly password: string }): void {
    this.#account = account;
  }

  /** No sidecar and no proxy answers any more. */
  vanish(): void {
    this.server.use(http.all('*', () => HttpResponse.error()));
  }

  comeBack(): void {
    this.server.resetHandlers();
    this.#problems.clear();
  }

  change(changes: Parameters<typeof aRun>[0]): void {
    this.runs = [aRun({ ...this.runs[0], ...changes } as typeof changes), ...this.runs.slice(1)];
  }

  #handlers() {
    const v1 = (path: string) => `*/api/v1/${path}`;
    return [
      http.all('*', ({ request }) => this.#refusal(request)),
      http.post(v1('auth/login'), ({ request }) => this.#logIn(request)),
      http.all('*', () => (this.#account && !this.#loggedIn ? unauthenticated('You are not logged in') : undefined)),
      http.get(v1('auth/me'), () =>
        HttpResponse.json(
          this.#account
            ? { kind: 'user', name: this.#account.user, role: 'operator' }
            : { kind: 'anonymous', name: 'anonymous', role: 'operator' },
        ),
      ),
      http.post(v1('auth/logout'), () => {
        this.#loggedIn = false;
        return new HttpResponse(null, { status: 204 });
      }),
      http.get(v1('cluster'), () => HttpResponse.json(this.#cluster())),
      http.get(v1('nodes'), () => HttpResponse.json({ items: this.nodes })),
      http.get(v1('sidecars'), () => HttpResponse.json({ items: this.sidecars })),
      http.get(v1('keyspaces'), () => HttpResponse.json({ items: this.keyspaces })),
      http.get(v1('runs'), ({ request }) => {
        const limit = Number(new URL(request.url).searchParams.get('limit'));
        const more = this.runs.length > limit;
        return HttpResponse.json({ items: this.runs.slice(0, limit), ...(more && { nextCursor: 'next' }) });
      }),
      http.post(v1('runs/plan'), () =>
        HttpResponse.json({ segments: 12, replicaSetCount: 3, unreplicatedRanges: 0, tables: ['orders', 'carts'] }),
      ),
      http.post(v1('runs'), async ({ request }) => {
        const body = (await request.json()) as { readonly keyspace: string };
        this.created.push(body);
        const run = aRun({ keyspace: body.keyspace, state: 'NOT_STARTED' });
        this.runs = [run, ...this.runs];
        return HttpResponse.json(run, { status: 201 });
      }),
      http.get(v1('runs/:id/explain'), () => HttpResponse.json({ summary: '', reasons: this.reasons, sidecars: [] })),
      http.post(v1('runs/:id/pause'), () => this.#changed({ state: 'PAUSED' })),
      http.post(v1('runs/:id/resume'), () => this.#changed({ state: 'RUNNING' })),
      http.post(v1('runs/:id/abort'), () => this.#changed({ state: 'ABORTING' })),
    ];
  }

  async #logIn(request: Request) {
    const body = (await request.json()) as { readonly user: string; readonly password: string };
    this.logins.push(body);
    this.#loggedIn = body.user === this.#account?.user && body.password === this.#account.password;
    if (!this.#loggedIn) return unauthenticated('The login failed');
    this.csrfHeaders.push(request.headers.get('x-reaper-csrf'));
    return HttpResponse.json({ user: body.user, role: 'operator', expiresAt: '', sessionExpiresAt: '' });
  }

  #changed(changes: Parameters<typeof aRun>[0]) {
    this.change(changes);
    return HttpResponse.json(this.runs[0]);
  }

  #refusal(request: Request) {
    const key = `${request.method} ${new URL(request.url).pathname}`;
    if (!this.#problems.has(key)) return undefined;
    const body = this.#problems.get(key);
    if (typeof body === 'string') return HttpResponse.text(body, { status: 502 });
    return HttpResponse.json(body, { status: (body as { readonly status: number }).status });
  }

  #cluster(): Cluster {
    const [first] = this.nodes;
    return {
      name: 'shop-prod',
      partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
      nodes: this.nodes.length,
      up: this.nodes.filter(({ up }) => up).length,
      datacenters: [],
      schemaVersions: ['one'],
      activeRuns: this.runs.length,
      ...(this.leader &&
        first && { leader: { hostId: first.hostId, cause: 'no leader before', since: '2026-01-01T00:00:00Z' } }),
    };
  }
}

function unauthenticated(title: string) {
  return HttpResponse.json({ title, status: 401, detail: title, requestId: 'req-401' }, { status: 401 });
}
