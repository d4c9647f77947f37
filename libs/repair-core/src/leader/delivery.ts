import { type Assignment, type AssignmentItem, BASIC_PROTOCOL, protocolFor } from '../model/assignment.js';
import { SteppedDownError } from '../lease/tenure.js';
import type { Stamp } from '../model/stamp.js';
import { abortedStamps } from './aborted-items.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';
import { Slots } from './slots.js';

/** Sooner a failed write is usually a hiccup, and the host counts as not open yet. */
const UNWRITABLE_AFTER_FAILURES = 2;

/** Takeover of a big cluster: enough to be quick, few enough not to crowd out the database. */
const MAX_WRITES_IN_FLIGHT = 32;

/** Writes versions of lists, each until a quorum has it or the reign ends. Nothing waits for it. */
export class Delivery {
  readonly #inFlight = new Set<Promise<void>>();
  readonly #slots = new Slots(MAX_WRITES_IN_FLIGHT);

  constructor(private readonly reign: Reign) {}

  /**
   * Takes the host's list over under this epoch. A failed try begins again from the read.
   *
   * @param known the row, or its absence, if it was read in this reign already
   */
  fence(host: HostBook, known?: { readonly row: Assignment | undefined }): void {
    host.close();
    this.#start(host, async (attempt) => {
      const { deps, tenure } = this.reign;
      const list = attempt === 1 && known ? known.row : await deps.assignments.read(host.hostId);
      if (list) tenure.saw(list.epoch);
      const version = this.#version(list?.incarnation ?? '', list?.items ?? [], list?.cancel ?? []);
      await this.#write(host, version, true);
    });
  }

  /**
   * Writes a new version. An unknown outcome is followed by the same version with the same stamp. What the worker may
   * have of aborted runs is cancelled with it.
   *
   * @param closes the worker may still be starting what the version leaves out
   */
  send(host: HostBook, items: readonly AssignmentItem[], options: { readonly closes: boolean }): void {
    const incarnation = host.state?.incarnation ?? host.version?.incarnation ?? '';
    const version = this.#version(incarnation, items, abortedStamps(this.reign, host));
    host.beginWriting(version, options.closes);
    this.#start(host, () => this.#write(host, version, options.closes));
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight);
  }

  #version(incarnation: string, items: readonly AssignmentItem[], cancel: readonly Stamp[]): Assignment {
    const { tenure, deps } = this.reign;
    return {
      protocol: Math.max(...items.map(protocolFor), BASIC_PROTOCOL),
      epoch: tenure.epoch,
      stamp: tenure.nextStamp(),
      leader: deps.hostId,
      incarnation,
      items,
      ...(cancel.length > 0 && { cancel }),
    };
  }

  async #write(host: HostBook, version: Assignment, closes: boolean): Promise<void> {
    const { deps, tenure } = this.reign;
    host.beginWriting(version, closes);
    tenure.requireActing();
    await deps.assignments.write(host.hostId, version);
    host.endWriting(version, closes, this.reign.now());
    deps.doorbell.ring(host.hostId);
  }

  #start(host: HostBook, attempt: (count: number) => Promise<void>): void {
    const task = this.#untilDone(host, attempt).finally(() => this.#inFlight.delete(task));
    this.#inFlight.add(task);
  }

  async #untilDone(host: HostBook, attempt: (count: number) => Promise<void>): Promise<void> {
    const { deps, tenure, timings } = this.reign;
    for (let count = 1; tenure.mayAct(); count++) {
      try {
        return await this.#slots.use(() => attempt(count));
      } catch (error) {
        if (error instanceof SteppedDownError) return;
        deps.runtime.log.warn('List not written', { host: host.hostId, attempt: count, error });
        if (count >= UNWRITABLE_AFTER_FAILURES) host.unwritableSince ??= this.reign.now();
        await deps.runtime.timers.sleep(timings.retryMs, tenure.signal);
      }
    }
  }
}
