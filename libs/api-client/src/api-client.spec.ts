import { createApiClient } from './api-client.js';

function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
  return { requests, fetch };
}

describe('createApiClient', () => {
  it('calls an operation of the sidecar with its path parameters', async () => {
    const { requests, fetch } = answering(200, { id: 'r1', state: 'RUNNING' });
    const client = createApiClient({ baseUrl: 'http://127.0.0.1:8080', fetch });
    const { data } = await client.GET('/api/v1/runs/{runId}', { params: { path: { runId: 'r1' } } });
    expect(requests[0]?.url).toBe('http://127.0.0.1:8080/api/v1/runs/r1');
    expect(data?.state).toBe('RUNNING');
  });

  it('sends a body as JSON and needs only what the API needs', async () => {
    const { requests, fetch } = answering(201, { id: 'r1' });
    const client = createApiClient({ baseUrl: 'http://127.0.0.1:8080', fetch });
    await client.POST('/api/v1/runs', { body: { keyspace: 'shop' } });
    expect(requests[0]?.method).toBe('POST');
    expect(await requests[0]?.json()).toEqual({ keyspace: 'shop' });
  });

  it('returns a problem as error instead of throwing', async () => {
    const { fetch } = answering(409, { code: 'UNIT_BUSY', runId: 'r0' });
    const client = createApiClient({ baseUrl: 'http://127.0.0.1:8080', fetch });
    const { data, error } = await client.POST('/api/v1/runs', { body: { keyspace: 'shop' } });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ code: 'UNIT_BUSY', runId: 'r0' });
  });
});
