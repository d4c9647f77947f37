// Whoever reads the output may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(1);
});

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
