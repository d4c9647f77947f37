import type { BodyCodec } from '../bodies/body-codec.js';
import { readable } from '../bodies/readable.js';
import type { Stamp } from '../model/stamp.js';
import type { UnreadableRows } from '../ports/registers.js';

/** How the replicas of a memory cluster stand to a write or a read. */
export interface Replicas {
  /** `one`: what is written now reaches a single replica, so that some quorum reads see it and some do not. */
  reach: 'all' | 'one';
  /** What a quorum read finds of a value that one replica has; `repaired`: and it has a quorum from now on. */
  meet(): 'unseen' | 'seen' | 'repaired';
}

interface Version {
  readonly text: string;
  readonly stamp: Stamp;
}

const alwaysAll: Replicas = { reach: 'all', meet: () => 'unseen' };

/**
 * One cell as Cassandra keeps it: the highest write timestamp wins whatever the order of arrival; of two values with
 * equal timestamps the greater one in bytes; a deletion covers everything up to its own timestamp. The value is kept as
 * its stored text, so that a test meets the same unreadable bodies as a real cluster.
 */
export class StampedCell<T> {
  #newest: Version | undefined;
  #deleted: Stamp = -1;
  /** Versions that one replica has. */
  #halves: readonly Version[] = [];
  #decoded: { readonly text: string; readonly value: T } | undefined;

  constructor(
    private readonly codec: BodyCodec<T>,
    private readonly replicas: Replicas = alwaysAll,
    private readonly written: () => void = () => undefined,
  ) {}

  write(value: T, stamp: Stamp): void {
    this.writeText(this.codec.encode(value), stamp);
  }

  /** Plants any text, also one that no build can read. */
  writeText(text: string, stamp: Stamp): void {
    if (stamp <= this.#deleted) return;
    if (this.replicas.reach === 'one') this.#halves = [...this.#halves, { text, stamp }];
    else this.#newest = newer(this.#newest, { text, stamp });
    this.#forgetShadowed();
    if (this.replicas.reach === 'all') this.written();
  }

  delete(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    if (this.#newest && this.#newest.stamp <= this.#deleted) this.#newest = undefined;
    this.#forgetShadowed();
  }

  /** As a quorum reads it. @throws UnreadableBodyError */
  read(): { readonly value: T; readonly stamp: Stamp } | undefined {
    return this.#halves.length === 0 ? this.peek() : this.#decode(this.#met());
  }

  /** What every quorum reads for sure. @throws UnreadableBodyError */
  peek(): { readonly value: T; readonly stamp: Stamp } | undefined {
    return this.#decode(this.#newest);
  }

  #met(): Version | undefined {
    let found = this.#newest;
    for (const half of this.#halves) {
      const met = this.replicas.meet();
      if (met !== 'unseen') found = newer(found, half);
      if (met === 'repaired') this.#newest = newer(this.#newest, half);
    }
    this.#forgetShadowed();
    return found;
  }

  #forgetShadowed(): void {
    if (this.#halves.length === 0) return;
    const least = Math.max(this.#deleted, this.#newest?.stamp ?? -1);
    this.#halves = this.#halves.filter(({ stamp }) => stamp > least);
  }

  /** Values are never changed once they were read, so that one decoding serves all readers. */
  #decode(version: Version | undefined): { readonly value: T; readonly stamp: Stamp } | undefined {
    if (!version) return undefined;
    const { text, stamp } = version;
    if (this.#decoded?.text !== text) this.#decoded = { text, value: this.codec.decode(text) };
    return { value: this.#decoded.value, stamp };
  }
}

function newer(a: Version | undefined, b: Version): Version {
  if (!a || b.stamp > a.stamp) return b;
  return b.stamp === a.stamp && Buffer.compare(Buffer.from(b.text), Buffer.from(a.text)) >= 0 ? b : a;
}

/** The cells of one partition by key; deleting it covers cells that arrive later, too. */
export class StampedCells<T> {
  /** Told of every write that a quorum has, after it. */
  onWrite: ((key: string) => void) | undefined;
  readonly #cells = new Map<string, StampedCell<T>>();
  #deleted: Stamp = -1;

  constructor(
    private readonly codec: BodyCodec<T>,
    private readonly replicas?: Replicas,
  ) {}

  at(key: string): StampedCell<T> {
    const known = this.#cells.get(key);
    if (known) return known;
    const cell = new StampedCell(this.codec, this.replicas, () => this.onWrite?.(key));
    cell.delete(this.#deleted);
    this.#cells.set(key, cell);
    return cell;
  }

  deleteAll(stamp: Stamp): void {
    this.#deleted = Math.max(this.#deleted, stamp);
    for (const cell of this.#cells.values()) cell.delete(stamp);
  }

  /** Live cells in order of first use. */
  live(
    options: UnreadableRows = {},
    wanted: (key: string) => boolean = () => true,
  ): { readonly key: string; readonly value: T; readonly stamp: Stamp }[] {
    const found: { readonly key: string; readonly value: T; readonly stamp: Stamp }[] = [];
    for (const [key, cell] of this.#cells) {
      const read = wanted(key) ? readable(key, () => cell.read(), options) : undefined;
      if (read) found.push({ key, ...read });
    }
    return found;
  }
}
