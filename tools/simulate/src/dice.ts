import { seededEntropy } from '@reaper-sidecar/repair-core/testing';

/** All chance of one trial: the same seed throws the same. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededEntropy(seed).random;
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** Uniform in [0, 1). */
  fraction(): number {
    return this.#random();
  }

  /** A whole number from 0. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** One of the entries; their first elements say how often, relative to each other. */
  weighted<T extends readonly [number, ...unknown[]]>(entries: readonly T[]): T {
    let left = this.#random() * entries.reduce((sum, [weight]) => sum + weight, 0);
    return entries.find(([weight]) => (left -= weight) < 0) ?? (entries.at(-1) as T);
  }
}
