import { DomainError } from '../errors/domain-error.js';
import { MAX_STAMPS_PER_EPOCH, STAMP_GAP_MICROS, type Stamp } from '../model/stamp.js';

/** Keeps the winners of a broken election (Paxos v1 during range movements) apart. */
const RANDOM_MICROS = 1_000_000;

/** The next epoch would leave the range in which stamps are exact: a clock is, or once was, centuries ahead. */
export class EpochExhaustedError extends DomainError {
  readonly code = 'EPOCH_EXHAUSTED';
}

/**
 * Epoch of a new leader: far above every stamp of the one it replaces, whatever the clocks say.
 *
 * @param replaced epoch in the lease; undefined when there is none
 * @param random uniform in [0, 1)
 * @throws EpochExhaustedError
 */
export function nextEpoch(replaced: Stamp | undefined, wallMs: number, random: number): Stamp {
  const above = replaced === undefined ? 0 : replaced + STAMP_GAP_MICROS;
  const epoch = Math.max(above, Math.floor(wallMs * 1000)) + Math.floor(random * RANDOM_MICROS);
  if (Number.isSafeInteger(epoch + MAX_STAMPS_PER_EPOCH)) return epoch;
  throw new EpochExhaustedError(
    `Cannot lead: the write timestamp ${epoch} µs lies beyond the year 2255, where timestamps are no longer exact. ` +
      `This machine's clock says ${new Date(Math.min(wallMs, 8.64e15)).toISOString()}, the epoch in leader_lease is ${replaced ?? 'none'}. ` +
      'Correct the clock; if the epoch is the cause, stop all sidecars and restore or recreate their keyspace',
    { epoch, wallMs, replaced },
  );
}
