import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApi } from '../testing/test-api.js';
import { problemPages } from './problem-pages.js';

const COMMITTED = join(__dirname, '../../../../docs/problems');

describe('The pages about problems', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it('are the committed ones; if not: node libs/api-client/generate.mjs', () => {
    const committed = readdirSync(COMMITTED).map(
      (name) => [name, readFileSync(join(COMMITTED, name), 'utf8')] as const,
    );
    expect(new Map(committed)).toEqual(problemPages());
  });

  it('are found where a problem points to', async () => {
    const problem = await api.http.get('/api/v1/runs/5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64').expect(404);
    expect(problem.body.type).toBe('/problems/unknown-run');
    const page = await api.http.get(problem.body.type).expect(200);
    expect(page.text).toContain('`UNKNOWN_RUN`, HTTP status 404');
    expect((await api.http.get('/problems').expect(200)).text).toContain('`UNKNOWN_RUN`');
  });

  it.each(['/problems/nothing', '/problems/UNKNOWN_RUN', '/problems/..%2fREADME'])('do not exist: %s', async (path) => {
    expect((await api.http.get(path).expect(404)).body.code).toBe('NOT_FOUND');
  });
});
