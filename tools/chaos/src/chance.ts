import { seededEntropy } from '@reaper-sidecar/repair-core/testing';

/** All chance of one trial: the same seed chooses the same. */
export class Chance {
  readonly #random: () => number;

  constructor(readonly seed: number) {
    this.#random = seededEntropy(seed).random;
  }

  between(min: number, max: number): number {
    return min + this.#random() * (max - min);
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }

  /** So many moments within a window, in order, ms. */
  moments(count: number, windowMs: number): number[] {
    return Array.from({ length: count }, () => this.between(0, windowMs)).sort((a, b) => a - b);
  }
}
