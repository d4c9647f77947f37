import { TestApi } from '../testing/test-api.js';

describe('Operations', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  it('is alive whatever the state of the node', async () => {
    api.health.cql = { state: 'failing', detail: 'down' };
    expect((await api.http.get('/health/live').expect(200)).body).toEqual({ status: 'alive' });
  });

  it('is ready when every part works', async () => {
    const answer = await api.http.get('/health/ready').expect(200);
    expect(answer.body).toMatchObject({ status: 'ready', components: { lock: { state: 'ready' } } });
  });

  it.each(['lock', 'jmx', 'cql', 'schema', 'worker', 'leader'] as const)(
    'is not ready without %s and says why',
    async (name) => {
      api.health[name] = { state: 'failing', detail: 'connection refused by 127.0.0.1' };
      const answer = await api.http.get('/health/ready').expect(503);
      expect(answer.body.status).toBe('not-ready');
      expect(answer.body.components[name]).toEqual({ state: 'failing', detail: 'connection refused by 127.0.0.1' });
    },
  );

  it('tells its version', async () => {
    const answer = await api.http.get('/version').expect(200);
    expect(answer.body).toEqual({ name: 'reaper-sidecar', version: '1.2.3', node: process.versions.node });
  });

  it('has metrics with names of its own only', async () => {
    await api.http.get('/api/v1/cluster');
    api.health.jmx = { state: 'failing', detail: 'down' };
    const answer = await api.http.get('/metrics').expect(200);
    const names = answer.text.split('\n').flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !name.startsWith('reaper_'))).toEqual([]);
    expect(answer.text).toContain('reaper_component_ready{component="jmx"} 0');
    expect(answer.text).toContain('reaper_http_requests_total{method="GET",route="/api/v1/cluster",status="200"} 1');
  });

  it('counts what the driver sent, as it is at the moment of the scrape', async () => {
    const use = { statements: 7, conditionalWrites: 2, failures: 1, connections: 3 };
    api.metrics.watchStorage(() => use);
    await api.http.get('/metrics');
    use.statements = 9;
    const { text } = await api.http.get('/metrics');
    expect(text).toContain('reaper_cql_statements_total 9');
    expect(text).toContain('reaper_cql_conditional_writes_total 2');
    expect(text).toContain('reaper_cql_failures_total 1');
    expect(text).toContain('reaper_cql_connections 3');
  });

  it('counts what the engine does', async () => {
    const { engine } = api.metrics;
    engine.segmentStarted();
    const outcome = { state: 'FAILED', failure: { code: 'REPLICA_DOWN', message: '' }, startedAtMs: 0, endedAtMs: 10 };
    engine.segmentEnded({} as never, outcome as never);
    engine.leading(true);
    engine.runEnded('r', 'DONE');
    const { text } = await api.http.get('/metrics');
    for (const line of [
      'reaper_segments_started_total 1',
      'reaper_segments_running 0',
      'reaper_segments_ended_total{state="FAILED"} 1',
      'reaper_segment_failures_total{code="REPLICA_DOWN"} 1',
      'reaper_leader 1',
      'reaper_runs_ended_total{state="DONE"} 1',
    ]) {
      expect(text).toContain(line);
    }
  });
});
