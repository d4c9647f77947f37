/** A line of progress, apart from the table on stdout. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
