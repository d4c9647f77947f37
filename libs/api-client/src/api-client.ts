import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './schema.gen.js';

/** Typed calls of every operation: `client.GET('/api/v1/runs/{runId}', { params: { path: { runId } } })`. */
export type ApiClient = Client<paths>;

export interface ApiClientOptions extends Pick<ClientOptions, 'fetch' | 'headers'> {
  /** Base URL of any sidecar, for example `http://127.0.0.1:8080`. Empty: the origin of the page. */
  readonly baseUrl: string;
}

/** Answers are `{data}` or `{error}`, never an exception for a status; only a failed connection rejects. */
export function createApiClient(options: ApiClientOptions | string): ApiClient {
  return createClient<paths>(typeof options === 'string' ? { baseUrl: options } : options);
}
