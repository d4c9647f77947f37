import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { urlOf } from '../api/client';
import { clusterQuery, RUNS_KEY, sidecarsQuery } from '../api/queries';
import { followEventsWhileVisible, type StreamState } from './event-stream';
import { paced } from './paced';

/** However many events arrive, a thing is read at most once in this time. */
const REST_MS = 1_000;

/** Reads again what an event of the sidecar says has changed, and everything when the stream was opened again. */
export function useLiveUpdates(): StreamState {
  const queries = useQueryClient();
  const [stream, setStream] = useState<StreamState>('connecting');
  useEffect(() => {
    const refresher = (...keys: QueryKey[]) =>
      paced(() => Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }))), REST_MS);
    const run = refresher(RUNS_KEY, sidecarsQuery.queryKey);
    const cluster = refresher(clusterQuery.queryKey);
    return followEventsWhileVisible({
      url: urlOf('api/v1/events'),
      listeners: { run, cluster },
      onState: (state) => {
        setStream(state);
        if (state !== 'open') return;
        run();
        cluster();
      },
    });
  }, [queries]);
  return stream;
}
