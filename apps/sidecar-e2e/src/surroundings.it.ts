import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { createRun, SidecarProcess, untilOver, untilRun } from '@reaper-sidecar/sidecar-rig';
import { startTestBed, startTestCluster, type TestBed } from './test-bed.js';

type Component = 'jmx' | 'cql';

interface Readiness {
  readonly status: string;
  readonly components: Readonly<Record<Component, { readonly state: string; readonly detail: string }>>;
}

async function readiness(sidecar: SidecarProcess): Promise<Readiness> {
  return (await (await fetch(`${sidecar.url}/health/ready`)).json()) as Readiness;
}

async function untilReadiness(sidecar: SidecarProcess, holds: (readiness: Readiness) => boolean): Promise<Readiness> {
  let last: unknown;
  for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(200)) {
    try {
      const state = await readiness(sidecar);
      if (holds(state)) return state;
      last = state;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`The sidecar did not say so in time; last: ${JSON.stringify(last)} ${String(last)}`);
}

const detailOf = (component: Component, words: RegExp) => (state: Readiness) =>
  state.components[component].state !== 'ready' && words.test(state.components[component].detail);

describe('one node and its sidecar', () => {
  let cluster: Cluster;
  let logs: string;
  let sidecar: SidecarProcess;

  const besideNode = (env: Record<string, string> = {}) =>
    new SidecarProcess({ node: cluster.node(1), httpPort: 8080, logFile: join(logs, 'sidecar.log'), env });

  beforeAll(async () => {
    logs = mkdtempSync(join(tmpdir(), 'reaper-e2e-'));
    cluster = await startTestCluster({ nodes: 1, jmxAuth: true });
  });

  afterEach(() => sidecar?.kill());

  afterAll(async () => {
    await cluster?.wipe();
    rmSync(logs, { recursive: true, force: true });
  });

  const login = () => {
    const { username, password } = cluster.node(1).jmxCredentials!;
    return { REAPER_JMX_USERNAME: username, REAPER_JMX_PASSWORD: password };
  };

  it('says that the JMX password is wrong, without showing it', async () => {
    sidecar = besideNode({ REAPER_JMX_USERNAME: 'admin', REAPER_JMX_PASSWORD: 'not-this-one-7731' });
    sidecar.spawn();
    const state = await untilReadiness(sidecar, detailOf('jmx', /password|username|credentials|authentication/i));
    expect(JSON.stringify(state)).not.toContain('not-this-one-7731');
    expect(readFileSync(join(logs, 'sidecar.log'), 'utf8')).not.toContain('not-this-one-7731');
  });

  it('says that nothing listens on the JMX port', async () => {
    sidecar = besideNode({ REAPER_JMX_PORT: '7', ...login() });
    sidecar.spawn();
    await untilReadiness(sidecar, detailOf('jmx', /nothing listens on 127.0.0.1:7/i));
  });

  it('starts before Cassandra, answers alive at once, names what is missing, and recovers by itself', async () => {
    await cluster.stopNode(1);
    sidecar = besideNode(login());
    sidecar.spawn();
    const state = await untilReadiness(sidecar, detailOf('cql', /refused|connect|unreachable|reach/i));
    expect(state.status).toBe('not-ready');
    expect((await fetch(`${sidecar.url}/health/live`)).status).toBe(200);
    await cluster.startNode(1);
    await sidecar.ready(60_000);
  });

  it('notices that Cassandra was restarted under it, and recovers', async () => {
    sidecar = besideNode(login());
    await sidecar.start();
    await cluster.stopNode(1);
    await untilReadiness(sidecar, ({ status }) => status === 'not-ready');
    await cluster.startNode(1);
    await sidecar.ready(90_000);
    const { data } = await sidecar.api.GET('/api/v1/cluster');
    expect(data).toMatchObject({ nodes: 1, up: 1 });
  });
});

describe('three nodes in trouble in mid-run', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await startTestBed({ tokens: 4 });
    for (const keyspace of ['stays', 'goes']) {
      await bed.cluster.cql(
        1,
        `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}`,
      );
      await bed.cluster.cql(1, `CREATE TABLE ${keyspace}.t (id int PRIMARY KEY, value text)`);
      await bed.cluster.cql(1, `INSERT INTO ${keyspace}.t (id, value) VALUES (1, 'one')`);
    }
  });

  afterAll(() => bed?.close());

  it('a node stopped in mid-run holds the run with a reason that names it; it goes on when the node is back', async () => {
    const run = await createRun(bed.url, { keyspace: 'stays', segments: 40, intensity: 0.3, maxAttempts: 10 });
    await untilRun(bed.url, run.id, ({ segments }) => segments.done >= 5);
    await bed.cluster.stopNode(3);
    const [sidecar] = bed.fleet.sidecars;
    const explain = async () =>
      (await sidecar!.api.GET('/api/v1/runs/{runId}/explain', { params: { path: { runId: run.id } } })).data;
    let explanation = await explain();
    for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(500)) {
      explanation = await explain();
      if (explanation?.reasons.some(({ code }) => code === 'REPLICA_DOWN')) break;
    }
    expect(explanation?.reasons).toContainEqual(expect.objectContaining({ code: 'REPLICA_DOWN', class: 'blocked' }));
    await bed.cluster.startNode(3);
    expect(await untilOver(sidecar!.url, run.id, 240_000)).toMatchObject({ state: 'DONE', segments: { done: 40 } });
  });

  it('a keyspace dropped in mid-run ends the run FAILED with a message that says so', async () => {
    const run = await createRun(bed.url, { keyspace: 'goes', segments: 40, intensity: 0.2 });
    await untilRun(bed.url, run.id, ({ segments }) => segments.done >= 3);
    await bed.cluster.cql(1, 'DROP KEYSPACE goes');
    const over = await untilOver(bed.url, run.id, 120_000);
    expect(over.state).toBe('FAILED');
    expect(over.message).toMatch(/keyspace.*goes|goes.*(dropped|exist)/i);
  });
});
