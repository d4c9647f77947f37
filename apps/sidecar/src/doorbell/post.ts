import { Agent as HttpAgent, request as httpRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const TIMEOUT_MS = 1_000;

const kept = { keepAlive: true, maxSockets: 2, maxFreeSockets: 1 };
const plain = { send: httpRequest, agent: new HttpAgent(kept) };
const secure = { send: httpsRequest, agent: new HttpsAgent(kept) };

/** Posts JSON over a kept connection and returns the status. Without `fetch`, whose parser costs some MB of memory. */
export function post(url: URL, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { send, agent } = url.protocol === 'https:' ? secure : plain;
  const options: RequestOptions = {
    agent,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  return new Promise((resolve, reject) => {
    const request = send(url, options, (response) => {
      // Read to the end, so that the connection can be used again.
      response
        .on('error', reject)
        .on('end', () => resolve(response.statusCode ?? 0))
        .resume();
    });
    request.on('error', reject).end(body);
  });
}
