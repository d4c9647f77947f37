import { client } from './client/client.gen.js';
import { abortRun, createRun, getRun, listSegments, login, pauseRun, resumeRun } from './client/index.js';

const { REAPER_URL: baseUrl = '', REAPER_USER: user = '', REAPER_PASSWORD: password = '' } = process.env;

function same<T>(what: string, got: T, wanted: T): void {
  if (got !== wanted) throw new Error(`${what} is ${got}, not ${wanted}`);
}

async function flow(): Promise<void> {
  client.setConfig({ baseUrl, throwOnError: true });
  const session = await login({ body: { user, password }, throwOnError: true });
  client.setConfig({ auth: session.data.accessToken ?? '' });
  const body = { keyspace: 'shop', tables: ['carts'], segments: 50 };
  const { data: run } = await createRun({ body, throwOnError: true });
  const path = { runId: run.id };
  same('keyspace', (await getRun({ path, throwOnError: true })).data.keyspace, 'shop');
  const page = await listSegments({ path, query: { limit: 10 }, throwOnError: true });
  same('number of segments of a page', page.data.items.length, 10);
  same('state after pause', (await pauseRun({ path, throwOnError: true })).data.state, 'PAUSED');
  same('state after resume', (await resumeRun({ path, throwOnError: true })).data.state, 'RUNNING');
  const { data: aborted } = await abortRun({ path, throwOnError: true });
  same('aborted', ['ABORTING', 'ABORTED'].includes(aborted.state), true);
}

void flow();
