import type { Doorbell, Log } from '@reaper-sidecar/repair-core';
import type { DoorbellMetrics } from '../metrics/doorbell-metrics.js';
import { post } from './post.js';
import { sign, SIGNATURE_HEADER } from './signature.js';

export const DOORBELL_PATH = '/internal/v1/look';

export interface DoorbellSurroundings {
  /** Base URL of a host's sidecar. */
  address(hostId: string): Promise<string | undefined>;
  /** The cluster's key, once it is known. */
  key(): Uint8Array | undefined;
  readonly log: Log;
  readonly metrics: DoorbellMetrics;
}

/** Sends "look now" over HTTP. At most one request per host is under way; rings meanwhile count as one more. */
export class HttpDoorbell implements Doorbell {
  readonly #ringing = new Map<string, { again: boolean }>();

  constructor(private readonly surroundings: DoorbellSurroundings) {}

  ring(hostId: string): void {
    const present = this.#ringing.get(hostId);
    if (present) present.again = true;
    else void this.ringUntilDone(hostId);
  }

  private async ringUntilDone(hostId: string): Promise<void> {
    const state = { again: false };
    this.#ringing.set(hostId, state);
    do {
      state.again = false;
      await this.send(hostId);
    } while (state.again);
    this.#ringing.delete(hostId);
  }

  private async send(hostId: string): Promise<void> {
    const { log, metrics } = this.surroundings;
    try {
      const key = this.surroundings.key();
      const address = key && (await this.surroundings.address(hostId));
      if (!key || !address) return metrics.sent('no_address');
      const body = JSON.stringify({ hostId });
      const status = await post(new URL(DOORBELL_PATH, address), body, { [SIGNATURE_HEADER]: sign(key, body) });
      metrics.sent(status < 300 ? 'delivered' : 'failed');
      if (status >= 300) log.debug('Doorbell was refused', { hostId, status });
    } catch (error) {
      metrics.sent('failed');
      log.debug('Doorbell not delivered', { hostId, error });
    }
  }
}
