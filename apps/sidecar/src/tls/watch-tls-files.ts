import { unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:https';
import type { Log } from '@reaper-sidecar/repair-core';
import { readTlsFiles, type TlsFiles } from './tls-files.js';

export const WATCH_MS = 5_000;

/**
 * Serves new files as soon as they are complete. Looks at what the paths lead to, and so sees the exchanged links of
 * mounted Kubernetes secrets too. Files that cannot be used are told in the log, and the last good ones stay in use.
 *
 * @returns call to end it
 */
export function watchTlsFiles(server: Server, files: TlsFiles, log: Log, everyMs = WATCH_MS): () => void {
  const paths = [files.certFile, files.keyFile, files.clientCaFile].filter((path) => path !== undefined);
  const reload = () => {
    try {
      server.setSecureContext(readTlsFiles(files));
      log.info('New TLS files are in use', { certFile: files.certFile });
    } catch (error) {
      log.error('Changed TLS files cannot be used; the former ones stay in use', { error });
    }
  };
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, reload);
  return () => paths.forEach((path) => unwatchFile(path, reload));
}
