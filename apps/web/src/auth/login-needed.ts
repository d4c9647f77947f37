import { useSyncExternalStore } from 'react';

let needed = false;
const listeners = new Set<() => void>();

/** Whether the sidecars refuse to answer before somebody logs in. */
export function setLoginNeeded(value: boolean): void {
  if (value === needed) return;
  needed = value;
  for (const listener of listeners) listener();
}

export function useLoginNeeded(): boolean {
  return useSyncExternalStore(subscribe, () => needed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
