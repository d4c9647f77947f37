import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Node } from './client';

/** Read again this often even when no event says so: a lost stream must not freeze the page. */
export const POLL_MS = 10_000;

/** Figures that people take for the present; the page tells when they are not (see `useLiveness`). */
const LIVE = { refetchInterval: POLL_MS, meta: { live: true } };

export const clusterQuery = queryOptions({
  queryKey: ['cluster'],
  queryFn: () => dataOf(api.GET('/api/v1/cluster')),
  ...LIVE,
});

export const nodesQuery = queryOptions({
  queryKey: ['cluster', 'nodes'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/nodes'))).items.toSorted(byPlace),
  ...LIVE,
});

export const sidecarsQuery = queryOptions({
  queryKey: ['cluster', 'sidecars'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/sidecars'))).items,
  ...LIVE,
});

/** Prefix of the keys of everything about runs. */
export const RUNS_KEY = ['runs'];

/** Prefix of the keys of the lists of runs, short and long. */
export const RUN_LISTS_KEY = [...RUNS_KEY, 'list'];

/** The newest runs. */
export const runsQuery = (limit: number) =>
  queryOptions({
    queryKey: [...RUN_LISTS_KEY, limit],
    queryFn: () => dataOf(api.GET('/api/v1/runs', { params: { query: { limit } } })),
    placeholderData: keepPreviousData,
    ...LIVE,
  });

export const explanationQuery = (runId: string) =>
  queryOptions({
    queryKey: [...RUNS_KEY, 'explanation', runId],
    queryFn: () => dataOf(api.GET('/api/v1/runs/{runId}/explain', { params: { path: { runId } } })),
    refetchInterval: POLL_MS,
  });

export const keyspacesQuery = queryOptions({
  queryKey: ['keyspaces'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/keyspaces'))).items,
});

/** What a run of all tables of the keyspace would do. */
export const planQuery = (keyspace: string) =>
  queryOptions({
    queryKey: ['plan', keyspace],
    queryFn: () => dataOf(api.POST('/api/v1/runs/plan', { body: { keyspace } })),
    enabled: keyspace !== '',
    retry: false,
  });

/** Every sidecar lists the nodes in another order, and rows must not jump from answer to answer. */
function byPlace(a: Node, b: Node): number {
  const key = ({ datacenter, rack, address }: Node) => `${datacenter} ${rack} ${address}`;
  return key(a).localeCompare(key(b), 'en', { numeric: true });
}
