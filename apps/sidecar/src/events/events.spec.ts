import type { AddressInfo } from 'node:net';
import { TestApi } from '../testing/test-api.js';

jest.setTimeout(15_000);

describe('The stream of changes', () => {
  let api: TestApi;
  let abort: AbortController;
  beforeEach(async () => {
    api = await new TestApi().open();
    abort = new AbortController();
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    abort.abort();
    await api.close();
  });

  async function open() {
    const { port } = api.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, { signal: abort.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (part: string) => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? '';
      return text;
    };
    return { answer, until };
  }

  it('tells at once what the own engine does', async () => {
    const { answer, until } = await open();
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    await until('retry:');
    api.events.runChanged('r1', 'RUNNING');
    await until('event: run\ndata: {"runId":"r1","state":"RUNNING"}\n\n');
  });

  it('tells what happened to a run through another sidecar', async () => {
    const { until } = await open();
    await until('retry:');
    const { id } = await api.createRun();
    await until(`{"runId":"${id}","state":"NOT_STARTED"}`);
    await api.http.post(`/api/v1/runs/${id}/pause`);
    await until(`{"runId":"${id}","state":"PAUSED"}`);
  });

  it('costs nothing when nobody listens', async () => {
    const { until } = await open();
    await until('retry:');
    abort.abort();
    while (api.events.listeners > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = api.backend.memory.client.statistics().statements;
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(api.backend.memory.client.statistics().statements).toBe(before);
  });
});
