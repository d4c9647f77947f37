import { DomainError } from '../errors/domain-error.js';
import { MAX_STAMPS_PER_EPOCH, type Stamp } from '../model/stamp.js';
import type { Clock } from '../ports/runtime.js';
import { elapsedMs, momentOf, type Moment } from './moment.js';

/** Thrown by everything that needs leadership once it is over. */
export class SteppedDownError extends DomainError {
  readonly code = 'STEPPED_DOWN';
}

export interface TenureOptions {
  readonly epoch: Stamp;
  readonly token: string;
  /** When the acquisition began. */
  readonly began: Moment;
  readonly cause: string;
  readonly actForMs: number;
}

/**
 * One time of leading. Ends for good, at the latest {@link TenureOptions.actForMs} after the begin of the last
 * successful renewal. Gives the stamps: rising, all of this epoch.
 */
export class Tenure {
  readonly epoch: Stamp;
  readonly token: string;
  readonly cause: string;
  readonly sinceMs: number;
  readonly #clock: Clock;
  readonly #actForMs: number;
  readonly #over = new AbortController();
  #renewalBegan: Moment;
  #stamps = 0;
  #endedBecause: string | undefined;

  constructor(clock: Clock, { epoch, token, began, cause, actForMs }: TenureOptions) {
    this.#clock = clock;
    this.#actForMs = actForMs;
    this.#renewalBegan = began;
    this.epoch = epoch;
    this.token = token;
    this.cause = cause;
    this.sinceMs = began.wallMs;
  }

  /** Aborted when the tenure is over. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  get endedBecause(): string | undefined {
    return this.#endedBecause;
  }

  /** When the last successful renewal began. */
  get renewalBegan(): Moment {
    return this.#renewalBegan;
  }

  mayAct(): boolean {
    if (this.#endedBecause !== undefined) return false;
    const age = elapsedMs(this.#renewalBegan, momentOf(this.#clock));
    if (age > this.#actForMs) this.end(`the lease was not renewed for ${Math.round(age / 1000)} s`);
    return this.#endedBecause === undefined;
  }

  /** To be called right before every write, with no await in between. @throws SteppedDownError */
  requireActing(): void {
    if (!this.mayAct()) throw this.#steppedDown();
  }

  /** @throws SteppedDownError when the epoch has no stamps left */
  nextStamp(): Stamp {
    if (++this.#stamps >= MAX_STAMPS_PER_EPOCH) {
      this.end(`the ${MAX_STAMPS_PER_EPOCH} stamps of the epoch are used up`);
      throw this.#steppedDown();
    }
    return this.epoch + this.#stamps;
  }

  renewed(began: Moment): void {
    this.#renewalBegan = began;
  }

  /** Any sight of a higher epoch ends the tenure. */
  saw(epoch: Stamp): void {
    if (epoch > this.epoch) this.end(`a newer leader was seen, epoch ${epoch}`);
  }

  end(why: string): void {
    if (this.#endedBecause !== undefined) return;
    this.#endedBecause = why;
    this.#over.abort();
  }

  #steppedDown(): SteppedDownError {
    return new SteppedDownError(`Not leading any more: ${this.#endedBecause}`, { epoch: this.epoch });
  }
}
