import { type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';

/** A process that does not come to such a call by then gets away. */
const LIES_IN_WAIT_MS = 20_000;

/** Lies in wait for a process at its next call of a kind, where a blow does most harm. */
export class Ambushes {
  readonly #laid = new Map<SimulatedSidecar, { readonly call: string; readonly untilMs: number; strike(): void }>();

  constructor(private readonly cluster: SimulatedCluster) {}

  /** @param call for example "assignments.write" */
  lay(sidecar: SimulatedSidecar, call: string, strike: () => void): void {
    const untilMs = this.cluster.time.monotonicMs() + LIES_IN_WAIT_MS;
    this.#laid.set(sidecar, { call, untilMs, strike });
  }

  /** Told of every call before it takes effect. */
  called(sidecar: SimulatedSidecar, call: string): void {
    const laid = this.#laid.get(sidecar);
    if (!laid || laid.call !== call) return;
    this.#laid.delete(sidecar);
    if (this.cluster.time.monotonicMs() > laid.untilMs) return;
    this.cluster.tell(`${sidecar.hostId.slice(-4)} is caught before ${call}`);
    laid.strike();
  }

  /** Nobody lies in wait any more. */
  end(): void {
    this.#laid.clear();
  }
}
