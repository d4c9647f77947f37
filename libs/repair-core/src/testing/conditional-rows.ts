import type { CasResult } from '../ports/registers.js';

/**
 * A partition written by LWT only. A proposal whose outcome is unknown may stay in flight: the next serial operation
 * on the partition completes it first, a plain read does not see it.
 */
export class ConditionalRows<Row> {
  /** Told of every change, after it. */
  onChange: ((key: string, before: Row | undefined, after: Row | undefined) => void) | undefined;
  readonly #rows = new Map<string, Row>();
  #inFlight: (() => void)[] = [];

  /** Applies `change` if `holds` for the current row; `change` returns the new row, or undefined to delete it. */
  change(
    key: string,
    holds: (current: Row | undefined) => boolean,
    change: (current: Row | undefined) => Row | undefined,
  ): CasResult<Row> {
    this.completeInFlight();
    const current = this.#rows.get(key);
    if (!holds(current)) return { applied: false, current };
    const next = change(current);
    const stored = next === undefined ? undefined : frozen(structuredClone(next));
    if (stored === undefined) this.#rows.delete(key);
    else this.#rows.set(key, stored);
    this.onChange?.(key, current, stored);
    return { applied: true };
  }

  /** Leaves a conditional write in flight. */
  postpone(write: () => void): void {
    this.#inFlight.push(write);
  }

  read(key: string, options: { readonly serial: boolean }): Row | undefined {
    if (options.serial) this.completeInFlight();
    return this.#rows.get(key);
  }

  readAll(options: { readonly serial: boolean }): Row[] {
    if (options.serial) this.completeInFlight();
    return [...this.#rows.values()];
  }

  completeInFlight(): void {
    const writes = this.#inFlight;
    this.#inFlight = [];
    for (const write of writes) write();
  }
}

/** Rows are shared by all readers. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
