import type { Clock, NodeStateStore } from '@reaper-sidecar/repair-core';

/** An address is asked for again when it is older than this; a sidecar that moved misses doorbells until then. */
const KEPT_FOR_MS = 60_000;
/** The same for a host whose sidecar has not reported yet: it may do so at any moment. */
const MISSING_FOR_MS = 1_000;

/** Where the sidecars of other hosts are reached, as their last reports tell. */
export class SidecarAddresses {
  readonly #known = new Map<string, { readonly url: string | undefined; readonly atMs: number }>();

  constructor(
    private readonly nodeStates: Pick<NodeStateStore, 'read'>,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  async of(hostId: string): Promise<string | undefined> {
    const known = this.#known.get(hostId);
    const keptForMs = known?.url === undefined ? MISSING_FOR_MS : KEPT_FOR_MS;
    if (known && this.clock.monotonicMs() - known.atMs < keptForMs) return known.url;
    const apiUrl = (await this.nodeStates.read(hostId))?.state.apiUrl;
    const url = apiUrl !== undefined && /^https?:\/\//.test(apiUrl) ? apiUrl : undefined;
    this.#known.set(hostId, { url, atMs: this.clock.monotonicMs() });
    return url;
  }
}
