import { TestApi } from '../testing/test-api.js';

describe('createRun', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  it('creates a run of all tables with the documented defaults', async () => {
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' });
    expect(answer.body).toMatchObject({ keyspace: 'shop', tables: ['carts', 'orders', 'users'], state: 'NOT_STARTED' });
    expect(answer.status).toBe(201);
  });
});
