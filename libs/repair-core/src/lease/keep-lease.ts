import { UnknownOutcomeError } from '../errors/domain-error.js';
import type { LeaseStore } from '../ports/registers.js';
import type { Runtime } from '../ports/runtime.js';
import type { LeaseTimings } from './lease-timings.js';
import { momentOf } from './moment.js';
import type { Tenure } from './tenure.js';

/** What became of one renewal. */
type Renewal = 'renewed' | 'lost' | 'unknown';

/** Renews the lease until the tenure is over. Once the right to act has lapsed it is not renewed again. */
export async function keepLease(
  { runtime, lease }: { readonly runtime: Runtime; readonly lease: LeaseStore },
  tenure: Tenure,
  timings: LeaseTimings,
): Promise<void> {
  const { clock, timers } = runtime;
  let pauseMs = timings.renewEveryMs;
  for (let beat = 1; ; beat++) {
    await timers.sleep(pauseMs, tenure.signal);
    if (!tenure.mayAct()) return;
    const began = momentOf(clock);
    const renewal = await renewOnce({ runtime, lease }, tenure, beat);
    if (renewal === 'renewed') tenure.renewed(began);
    if (renewal === 'lost') tenure.end('another sidecar holds the lease');
    pauseMs = renewal === 'renewed' ? timings.renewEveryMs : timings.retryMs;
  }
}

/** @param beat never used before in this tenure, so that seeing it proves this very renewal */
async function renewOnce(
  { runtime, lease }: { readonly runtime: Runtime; readonly lease: LeaseStore },
  { epoch, token }: Tenure,
  beat: number,
): Promise<Renewal> {
  try {
    return (await lease.renew({ epoch, token, beat })).applied ? 'renewed' : 'lost';
  } catch (error) {
    runtime.log.warn('Lease renewal without an answer', { error });
    if (!(error instanceof UnknownOutcomeError)) return 'unknown';
  }
  try {
    const current = await lease.read({ serial: true });
    if (current?.epoch !== epoch || current.token !== token) return 'lost';
    return current.beat === beat ? 'renewed' : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Gives the lease back, so that the next leader need not wait. Tells whether that worked. */
export async function releaseLease(lease: LeaseStore, { epoch, token }: Tenure): Promise<boolean> {
  try {
    return (await lease.release({ epoch, token })).applied;
  } catch {
    return false;
  }
}
