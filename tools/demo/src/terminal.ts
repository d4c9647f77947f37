const BAR_WIDTH = 40;
const live = process.stdout.isTTY === true;
const started = performance.now();

/** A line with the time since the start. */
export function say(text: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Draws progress in place on a terminal; elsewhere prints a line whenever the count has changed. */
export class ProgressBar {
  #last = '';

  update(done: number, total: number, note: string): void {
    const share = total === 0 ? 0 : done / total;
    const filled = Math.round(share * BAR_WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
    const line = `          ${bar} ${Math.floor(share * 100)} %  ${done}/${total} segments  ${note}`;
    if (line === this.#last) return;
    this.#last = line;
    process.stdout.write(live ? `\r\u001b[2K${line}` : `${line}\n`);
  }

  end(): void {
    if (live) process.stdout.write('\n');
  }
}

/** Rows with a header, columns aligned to the right except the first. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [header, ...rows].map((cells) => `          ${format(cells)}`).join('\n');
}
