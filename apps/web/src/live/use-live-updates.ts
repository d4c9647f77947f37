import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * Reads again what an event of the sidecar says has changed. The browser reconnects by itself, perhaps to another sidecar, and then everything is
 * read again.
 *
 * @returns whether the stream is open
 */
export function useLiveUpdates(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const events = new EventSource(new URL('api/v1/events', document.baseURI));
    const refresh = (key: string) => () => void queries.invalidateQueries({ queryKey: [key] });
    events.addEventListener('run', refresh('runs'));
    events.addEventListener('cluster', refresh('cluster'));
    events.onopen = () => {
      setConnected(true);
      void queries.invalidateQueries();
    };
    events.onerror = () => setConnected(false);
    return () => events.close();
  }, [queries]);
  return connected;
}
