import { Agent, request } from 'node:http';

/** As many connections as requests are under way, kept open. */
const agent = new Agent({ keepAlive: true });

/** What pages of the dashboard and scripts read of a cluster and a run. */
export function readsOf(runId: string): readonly string[] {
  const run = `/api/v1/runs/${runId}`;
  return [
    '/api/v1/runs',
    run,
    `${run}/segments`,
    `${run}/explain`,
    '/api/v1/cluster',
    '/api/v1/nodes',
    '/api/v1/sidecars',
  ];
}

/** Sends a GET and reads the answer to its end. @throws Error for any status but 200 */
export function get(baseUrl: string, path: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const sent = request(new URL(path, baseUrl), { agent, headers }, (answer) => {
      answer.on('error', reject).on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${path} was answered ${answer.statusCode}`));
      });
      answer.resume();
    });
    sent.on('error', reject).end();
  });
}
