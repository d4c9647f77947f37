import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client';

/** Read again this often even when no event says so: a lost stream must not freeze the page. */
const SLOW_MS = 10_000;
const PAGE_OF_RUNS = 25;

export const clusterQuery = queryOptions({
  queryKey: ['cluster'],
  queryFn: async () => dataOf(await api.GET('/api/v1/cluster')),
  refetchInterval: SLOW_MS,
});

export const nodesQuery = queryOptions({
  queryKey: ['cluster', 'nodes'],
  queryFn: async () => dataOf(await api.GET('/api/v1/nodes')).items,
  refetchInterval: SLOW_MS,
});

export const sidecarsQuery = queryOptions({
  queryKey: ['cluster', 'sidecars'],
  queryFn: async () => dataOf(await api.GET('/api/v1/sidecars')).items,
  refetchInterval: SLOW_MS,
});

export const keyspacesQuery = queryOptions({
  queryKey: ['keyspaces'],
  queryFn: async () => dataOf(await api.GET('/api/v1/keyspaces')).items,
});

export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: async () => dataOf(await api.GET('/api/v1/runs', { params: { query: { limit: PAGE_OF_RUNS } } })).items,
  refetchInterval: SLOW_MS,
});

export const explanationQuery = (runId: string) =>
  queryOptions({
    queryKey: ['runs', runId, 'explain'],
    queryFn: async () => dataOf(await api.GET('/api/v1/runs/{runId}/explain', { params: { path: { runId } } })),
  });
