import type { Stamp } from '../model/stamp.js';

const asText = (value: unknown) =>
  Buffer.from(JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)));

/**
 * One cell as Cassandra keeps it: the highest write timestamp wins whatever the order of arrival; of two values with
 * equal timestamps the greater one in bytes; a deletion covers everything up to its own timestamp.
 */
export class StampedCell<T> {
  #value: T | undefined;
  #stamp: Stamp = -1;
  #deleted: Stamp = -1;

  write(value: T, stamp: Stamp): void {
    if (stamp <= this.#deleted || stamp < this.#stamp) return;
    const tied = stamp === this.#stamp && this.#value !== undefined;
    if (tied && Buffer.compare(asText(value), asText(this.#value)) < 0) return;
    this.#value = structuredClone(value);
    this.#stamp = stamp;
  }

  delete(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    if (this.#stamp <= this.#deleted) this.#value = undefined;
  }

  /** A copy, so that nobody changes what is stored. */
  read(): { readonly value: T; readonly stamp: Stamp } | undefined {
    return this.#value === undefined ? undefined : { value: structuredClone(this.#value), stamp: this.#stamp };
  }
}

/** The cells of one partition by key; deleting it covers cells that arrive later, too. */
export class StampedCells<T> {
  readonly #cells = new Map<string, StampedCell<T>>();
  #deleted: Stamp = -1;

  at(key: string): StampedCell<T> {
    const known = this.#cells.get(key);
    if (known) return known;
    const cell = new StampedCell<T>();
    cell.delete(this.#deleted);
    this.#cells.set(key, cell);
    return cell;
  }

  deleteAll(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    for (const cell of this.#cells.values()) cell.delete(stamp);
  }

  /** Live cells in order of first use. */
  live(): { readonly key: string; readonly value: T; readonly stamp: Stamp }[] {
    return [...this.#cells].flatMap(([key, cell]) => {
      const found = cell.read();
      return found ? [{ key, ...found }] : [];
    });
  }
}
