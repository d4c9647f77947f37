import type { BodyCodec } from '../bodies/body-codec.js';
import { readable } from '../bodies/readable.js';
import type { Stamp } from '../model/stamp.js';
import type { UnreadableRows } from '../ports/registers.js';

/**
 * One cell as Cassandra keeps it: the highest write timestamp wins whatever the order of arrival; of two values with
 * equal timestamps the greater one in bytes; a deletion covers everything up to its own timestamp. The value is kept as
 * its stored text, so that a test meets the same unreadable bodies as a real cluster.
 */
export class StampedCell<T> {
  #text: string | undefined;
  #stamp: Stamp = -1;
  #deleted: Stamp = -1;

  constructor(private readonly codec: BodyCodec<T>) {}

  write(value: T, stamp: Stamp): void {
    this.writeText(this.codec.encode(value), stamp);
  }

  /** Plants any text, also one that no build can read. */
  writeText(text: string, stamp: Stamp): void {
    if (stamp <= this.#deleted || stamp < this.#stamp) return;
    const tied = stamp === this.#stamp && this.#text !== undefined;
    if (tied && Buffer.compare(Buffer.from(text), Buffer.from(this.#text as string)) < 0) return;
    this.#text = text;
    this.#stamp = stamp;
  }

  delete(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    if (this.#stamp <= this.#deleted) this.#text = undefined;
  }

  /** @throws UnreadableBodyError */
  read(): { readonly value: T; readonly stamp: Stamp } | undefined {
    return this.#text === undefined ? undefined : { value: this.codec.decode(this.#text), stamp: this.#stamp };
  }
}

/** The cells of one partition by key; deleting it covers cells that arrive later, too. */
export class StampedCells<T> {
  readonly #cells = new Map<string, StampedCell<T>>();
  #deleted: Stamp = -1;

  constructor(private readonly codec: BodyCodec<T>) {}

  at(key: string): StampedCell<T> {
    const known = this.#cells.get(key);
    if (known) return known;
    const cell = new StampedCell(this.codec);
    cell.delete(this.#deleted);
    this.#cells.set(key, cell);
    return cell;
  }

  deleteAll(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    for (const cell of this.#cells.values()) cell.delete(stamp);
  }

  /** Live cells in order of first use. */
  live(options: UnreadableRows = {}): { readonly key: string; readonly value: T; readonly stamp: Stamp }[] {
    return [...this.#cells].flatMap(([key, cell]) => {
      const found = readable(key, () => cell.read(), options);
      return found ? [{ key, ...found }] : [];
    });
  }
}
