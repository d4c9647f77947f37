import type { Stamp } from '../model/stamp.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';

/**
 * Stamps of everything that the host may have of aborted runs. Also of items that are not known to run: one may have
 * been started since the worker reported.
 */
export function abortedStamps(reign: Reign, host: HostBook): readonly Stamp[] {
  const isAborted = (runId: string) => reign.runs.get(runId)?.spec.desired === 'aborted';
  return host.tasks().flatMap(({ runId, stamp }) => (isAborted(runId) ? [stamp] : []));
}

/** Whether a running command is to be cancelled and its worker was not told yet. */
export function hasUntoldAbort(reign: Reign, host: HostBook): boolean {
  const running = host.current?.item.stamp;
  if (running === undefined || host.version?.cancel?.includes(running)) return false;
  return abortedStamps(reign, host).includes(running);
}
