import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { StreamState } from './event-stream';
import { useNow } from './use-now';

/** Figures that were not read for so long are no longer the present. Three polls. */
const FRESH_MS = 30_000;

/** How far what the page shows can be taken for the present. */
export type Liveness =
  /** Changes show at once. */
  | { readonly kind: 'live' }
  | { readonly kind: 'connecting' }
  /** No stream: changes show at the next poll. */
  | { readonly kind: 'polling' }
  /** Some figures could not be read since `sinceMs`, or never. */
  | { readonly kind: 'stale'; readonly sinceMs?: number };

const STREAM_KINDS = { open: 'live', connecting: 'connecting', lost: 'polling' } as const;

/** Joins what the stream and the queries marked as live tell. */
export function useLivenessOf(stream: StreamState): Liveness {
  const queries = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => queries.subscribe(listener), [queries]);
  const oldestMs = useSyncExternalStore(subscribe, () => oldestOf(queries));
  const failing = useSyncExternalStore(subscribe, () => isFailing(queries));
  const nowMs = useNow();
  if (!failing && nowMs - (oldestMs ?? nowMs) <= FRESH_MS) return { kind: STREAM_KINDS[stream] };
  return { kind: 'stale', ...(oldestMs !== undefined && { sinceMs: oldestMs }) };
}

function liveQueries(queries: QueryCache) {
  return queries.findAll({ type: 'active', predicate: ({ meta }) => meta?.['live'] === true });
}

function oldestOf(queries: QueryCache): number | undefined {
  const times = liveQueries(queries).map(({ state }) => state.dataUpdatedAt);
  const known = times.filter((at) => at > 0);
  return known.length === 0 ? undefined : Math.min(...known);
}

function isFailing(queries: QueryCache): boolean {
  return liveQueries(queries).some(({ state }) => state.errorUpdatedAt > state.dataUpdatedAt);
}

export const LivenessContext = createContext<Liveness>({ kind: 'connecting' });

/** Now, or the time that the figures are from while they are stale: by that, nothing seems to go on that may not. */
export function useLiveNow(): number {
  const liveness = useContext(LivenessContext);
  const nowMs = useNow();
  return liveness.kind === 'stale' ? (liveness.sinceMs ?? nowMs) : nowMs;
}
