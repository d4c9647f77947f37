import type * as Jose from 'jose';

let loaded: typeof Jose | undefined;

/** Loaded at the first token, so that a sidecar that nobody logs in to does not carry it. */
export function jose(): typeof Jose {
  loaded ??= require('jose') as typeof Jose;
  return loaded;
}
