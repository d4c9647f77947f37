import { type components, createApiClient } from '@reaper-sidecar/api-client';
import { setLoginNeeded } from '../auth/login-needed';
import { RequestError } from './request-error';
import { learnServerTime } from './server-clock';

export type Cluster = components['schemas']['ClusterDto'];
export type Keyspace = components['schemas']['KeyspaceDto'];
export type Node = components['schemas']['NodeDto'];
export type Run = components['schemas']['RunDto'];
export type RunPage = components['schemas']['RunPageDto'];
export type Sidecar = components['schemas']['SidecarDto'];

/** A read without an answer would block every later read of the same thing. Writes wait as long as it takes. */
const READ_TIMEOUT_MS = 15_000;

/** Path relative to the page, so that it also works below a path of a proxy. */
export function urlOf(path: string): string {
  return new URL(path, document.baseURI).href;
}

export const api = createApiClient({
  baseUrl: urlOf('.').replace(/\/$/, ''),
  // Proves to the sidecar that a change comes from this page.
  headers: { 'x-reaper-csrf': '1' },
  fetch: async (request) => {
    const answer = await fetch(
      request,
      request.method === 'GET' ? { signal: AbortSignal.timeout(READ_TIMEOUT_MS) } : {},
    );
    learnServerTime(answer.headers);
    if (answer.status === 401) setLoginNeeded(true);
    return answer;
  },
});

/** @throws RequestError in every case without data */
export async function dataOf<Data>(request: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await request.catch((cause: unknown) => {
    throw RequestError.fromFailure(cause);
  });
  if (data === undefined) throw RequestError.fromAnswer(error);
  return data;
}
