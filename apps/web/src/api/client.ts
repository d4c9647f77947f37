import { type components, createApiClient } from '@reaper-sidecar/api-client';

export type Run = components['schemas']['RunDto'];
export type Sidecar = components['schemas']['SidecarDto'];
export type Node = components['schemas']['NodeDto'];

/** Relative to the page, so that it also works below a path of a proxy. */
export const api = createApiClient(new URL('.', document.baseURI).href.replace(/\/$/, ''));

/** Words for people from whatever a request failed with. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** @throws RequestError with the detail of the problem that the sidecar answered */
export function dataOf<Data>(answer: { readonly data?: Data; readonly error?: unknown }): Data {
  if (answer.data !== undefined) return answer.data;
  const problem = answer.error as { title?: string; detail?: string } | undefined;
  throw new RequestError(problem?.detail ?? problem?.title ?? 'The sidecar did not answer');
}
