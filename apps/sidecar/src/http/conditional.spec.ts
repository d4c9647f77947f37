import { TestApi } from '../testing/test-api.js';

describe('A run with an ETag', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  const read = async (id: string) => String((await api.http.get(`/api/v1/runs/${id}`)).headers['etag']);
  const pause = (id: string, tag: string) => api.http.post(`/api/v1/runs/${id}/pause`).set('if-match', tag);

  it('is changed only on the version that the caller has seen', async () => {
    const { id } = await api.createRun();
    const seen = await read(id);
    const paused = await pause(id, seen).expect(200);
    const late = await api.http.post(`/api/v1/runs/${id}/resume`).set('if-match', seen).expect(412);
    expect(late.body.code).toBe('VERSION_MISMATCH');
    await api.http.post(`/api/v1/runs/${id}/resume`).set('if-match', String(paused.headers['etag'])).expect(200);
  });

  it('is changed on any version with * and without the header', async () => {
    const { id } = await api.createRun();
    await pause(id, '*').expect(200);
    await api.http.put(`/api/v1/runs/${id}/intensity`).send({ intensity: 0.5 }).expect(200);
  });

  it('can be changed although it made progress since', async () => {
    const { id } = await api.createRun();
    const seen = await read(id);
    const counters = { total: 3, done: 1, skipped: 0, failed: 0, running: 0, repairMs: 0 };
    const status = { state: 'RUNNING' as const, counters, reasons: [], startedAtMs: 1, asOfMs: 1 };
    await api.backend.memory.runs.writeStatus(id, status, 5_000_005);
    expect(await read(id)).not.toBe(seen);
    await pause(id, seen).expect(200);
  });

  it.each(['"x"', 'nonsense', '"1-a", "2-b"', '1-a'])('refuses an If-Match that no answer gave: %s', async (tag) => {
    const { id } = await api.createRun();
    const answer = await pause(id, tag).expect(400);
    expect(answer.body.errors[0].path).toBe('If-Match');
  });

  it.each(['', '/segments', '/explain'])('is not sent again when nothing changed: %s', async (part) => {
    const { id } = await api.createRun();
    const first = await api.http.get(`/api/v1/runs/${id}${part}`).expect(200);
    const again = api.http.get(`/api/v1/runs/${id}${part}`);
    expect((await again.set('if-none-match', String(first.headers['etag'])).expect(304)).text).toBe('');
  });

  it('is listed with an ETag that a change of any run makes old', async () => {
    const { id } = await api.createRun();
    const tag = String((await api.http.get('/api/v1/runs').expect(200)).headers['etag']);
    await api.http.get('/api/v1/runs').set('if-none-match', tag).expect(304);
    await pause(id, '*').expect(200);
    await api.http.get('/api/v1/runs').set('if-none-match', tag).expect(200);
  });
});
