import { connect, type AddressInfo } from 'node:net';
import { FakeBackend } from '../testing/fake-backend.js';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';
import { EventHub } from './event-hub.js';

jest.setTimeout(20_000);

const portOf = (api: TestApi) => (api.server.address() as AddressInfo).port;

async function listen(api: TestApi): Promise<TestApi> {
  await api.open();
  await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
  return api;
}

/** Waits for something that happens in other code. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('The stream of changes', () => {
  let api: TestApi;
  let other: TestApi;
  let aborts: AbortController[];
  beforeEach(async () => {
    aborts = [];
    api = await listen(new TestApi());
    other = await listen(new TestApi(new FakeBackend(api.backend.shared, hostIdOf(2))));
  });
  afterEach(async () => {
    for (const abort of aborts) abort.abort();
    await Promise.all([api.close(), other.close()]);
  });

  async function open(lastEventId?: string, { path = '/api/v1/events', at = api } = {}) {
    const abort = new AbortController();
    aborts.push(abort);
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const answer = await fetch(`http://127.0.0.1:${portOf(at)}${path}`, { signal: abort.signal, headers });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const untilText = async (part: string) => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? '';
      return text;
    };
    const lastId = () => [...text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1];
    return { answer, until: untilText, lastId, close: () => abort.abort() };
  }

  it('tells at once what the own engine does', async () => {
    const stream = await open();
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream');
    await stream.until('retry:');
    api.events.runChanged('r1', 'RUNNING');
    await stream.until('event: run\ndata: {"runId":"r1","state":"RUNNING"}\n\n');
  });

  it('tells what happened to a run through another sidecar', async () => {
    const stream = await open();
    await stream.until('event: snapshot\ndata: {"runs":[]}\n\n');
    const { id } = await other.createRun();
    await stream.until(`{"runId":"${id}","state":"NOT_STARTED"}`);
    await other.http.post(`/api/v1/runs/${id}/pause`);
    await stream.until(`{"runId":"${id}","state":"PAUSED"}`);
  });

  it('begins with the runs there are', async () => {
    const { id } = await api.createRun();
    const stream = await open();
    await stream.until(`event: snapshot\ndata: {"runs":[{"runId":"${id}","state":"NOT_STARTED"}]}\n\n`);
  });

  it('goes on through another sidecar with what changed since', async () => {
    const { id } = await api.createRun();
    const [first, witness] = [await open(), await open(undefined, { at: other })];
    await first.until('event: snapshot');
    await witness.until('event: snapshot');
    expect(first.lastId()).toBe(witness.lastId());
    first.close();
    await api.http.post(`/api/v1/runs/${id}/pause`);
    await witness.until('PAUSED');
    const resumed = await open(first.lastId(), { at: other });
    const text = await resumed.until(`event: run\ndata: {"runId":"${id}","state":"PAUSED"}`);
    expect(text).not.toContain('snapshot');
  });

  it.each(['0123456789abcdef.0123456789abcdef', 'nonsense', '1'])(
    'begins anew after an event that this sidecar does not know: %s',
    async (lastId) => {
      const stream = await open(lastId);
      await stream.until('event: snapshot');
      expect(stream.lastId()).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
    },
  );

  it('tells of one run only when asked for one', async () => {
    const [one, two] = [await api.createRun({ tables: ['users'] }), await api.createRun({ tables: ['carts'] })];
    const stream = await open(undefined, { path: `/api/v1/runs/${one.id}/events` });
    await stream.until(`{"runs":[{"runId":"${one.id}","state":"NOT_STARTED"}]}`);
    await api.http.post(`/api/v1/runs/${two.id}/pause`);
    await api.http.post(`/api/v1/runs/${one.id}/pause`);
    const text = await stream.until(`{"runId":"${one.id}","state":"PAUSED"}`);
    expect(text).not.toContain(two.id);
    await api.http.get('/api/v1/runs/00000001-0000-4000-8000-000000000009/events').expect(404);
  });

  it('costs the store nothing more for many clients than for one, and nothing for none', async () => {
    const statements = () => api.backend.memory.client.statistics().statements;
    await api.createRun();
    const streams = [await open()];
    await streams[0]?.until('event: snapshot');
    const before = statements();
    for (let n = 0; n < 20; n++) streams.push(await open());
    await Promise.all(streams.map((stream) => stream.until('event: snapshot')));
    const looks = api.backend.memory.client.statistics().operations['runs.activeRuns'] ?? 0;
    expect(statements() - before).toBeLessThan(4 * looks);
    for (const { close } of streams) close();
    await until(() => api.events.listeners === 0);
    const idle = statements();
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(statements()).toBe(idle);
  });

  it('drops a client that does not read', async () => {
    const socket = connect(portOf(api), '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write('GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until(() => api.events.listeners === 1);
    const state = 'x'.repeat(60_000) as 'RUNNING';
    const flood = setInterval(() => {
      for (let n = 0; n < 20; n++) api.events.runChanged('r1', state);
    }, 5);
    await until(() => api.events.listeners === 0);
    clearInterval(flood);
    socket.destroy();
  });
});

describe('An open stream', () => {
  const send = async (hub: EventHub) => {
    const api = await listen(Object.assign(new TestApi(), { events: hub }));
    const answer = await fetch(`http://127.0.0.1:${portOf(api)}/api/v1/events`);
    return { api, reader: answer.body?.pipeThrough(new TextDecoderStream()).getReader() };
  };

  it('has a heartbeat, so that both sides notice when the other is gone', async () => {
    const { api, reader } = await send(new EventHub({ heartbeatMs: 20 }));
    let text = '';
    while (!/id: \S+\nevent: heartbeat/.test(text)) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    await api.close();
  });

  it('is refused when as many are open as a sidecar serves', async () => {
    const { api, reader } = await send(new EventHub({ maxStreams: 1 }));
    const answer = await api.http.get('/api/v1/events').expect(429);
    expect(answer.body.code).toBe('TOO_MANY_REQUESTS');
    await reader?.cancel();
    await api.close();
  });
});
