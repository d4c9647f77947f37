export interface Entry {
  readonly atMs: number;
  readonly what: string;
}

/** What was done and seen, with times; every entry is printed at once. */
export class Diary {
  readonly #startedMs = Date.now();
  readonly entries: Entry[] = [];

  constructor(private readonly print: (line: string) => void) {}

  note(what: string): void {
    const atMs = Date.now();
    this.entries.push({ atMs, what });
    this.print(`${((atMs - this.#startedMs) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  }
}
