import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, type components, createApiClient } from '@reaper-sidecar/api-client';

export type Run = components['schemas']['RunDto'];
export type Segment = components['schemas']['SegmentDto'];
export type RunExplanation = components['schemas']['RunExplanationDto'];
type CreateRun = components['schemas']['CreateRunDto'];

const POLL_MS = 50;
const OVER: readonly string[] = ['DONE', 'FAILED', 'ABORTED'];

/** Only what the test cares about; the rest are the defaults of the API. */
export type WantedRun = Partial<CreateRun> & Pick<CreateRun, 'keyspace'>;

export async function createRun(baseUrl: string, wanted: WantedRun): Promise<Run> {
  const { data, error } = await createApiClient(baseUrl).POST('/api/v1/runs', { body: wanted as CreateRun });
  if (!data) throw new Error(`The run was refused: ${JSON.stringify(error)}`);
  return data;
}

export async function getRun(api: ApiClient, runId: string): Promise<Run> {
  const { data, error } = await api.GET('/api/v1/runs/{runId}', { params: { path: { runId } } });
  if (!data) throw new Error(`Run ${runId} cannot be read: ${JSON.stringify(error)}`);
  return data;
}

export async function setIntensity(api: ApiClient, runId: string, intensity: number): Promise<void> {
  const params = { path: { runId } };
  const { error } = await api.PUT('/api/v1/runs/{runId}/intensity', { params, body: { intensity } });
  if (error) throw new Error(`The intensity of run ${runId} cannot be changed: ${JSON.stringify(error)}`);
}

export async function explainRun(api: ApiClient, runId: string): Promise<RunExplanation> {
  const { data, error } = await api.GET('/api/v1/runs/{runId}/explain', { params: { path: { runId } } });
  if (!data) throw new Error(`Run ${runId} is not explained: ${JSON.stringify(error)}`);
  return data;
}

/** Polls every `pollMs` until `holds`; a failing request is taken as "not yet", since sidecars may be down during a test. */
export async function untilRun(
  baseUrl: string,
  runId: string,
  holds: (run: Run) => boolean,
  timeoutMs = 120_000,
  pollMs = POLL_MS,
): Promise<Run> {
  const api = createApiClient(baseUrl);
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const run = await getRun(api, runId);
      if (holds(run)) return run;
      last = run;
    } catch (error) {
      last = error;
    }
    await sleep(pollMs);
  }
  const explanation = await fetch(`${baseUrl}/api/v1/runs/${runId}/explain`).then(
    (response) => response.text(),
    (error: unknown) => String(error),
  );
  throw new Error(
    `Run ${runId} did not get there in ${timeoutMs} ms. Last: ${JSON.stringify(last)} ${String(last)} Explained: ${explanation}`,
  );
}

export function isOver({ state }: Run): boolean {
  return OVER.includes(state);
}

export function untilOver(baseUrl: string, runId: string, timeoutMs?: number, pollMs?: number): Promise<Run> {
  return untilRun(baseUrl, runId, isOver, timeoutMs, pollMs);
}

/** All segments, page by page. */
export async function allSegments(api: ApiClient, runId: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await api.GET('/api/v1/runs/{runId}/segments', {
      params: { path: { runId }, query: { limit: 500, ...(cursor === undefined ? {} : { cursor }) } },
    });
    if (!data) throw new Error(`The segments of ${runId} cannot be read: ${JSON.stringify(error)}`);
    segments.push(...data.items);
    cursor = data.nextCursor;
  } while (cursor !== undefined);
  return segments;
}
