#!/usr/bin/env node
import { DemoError, runDemo } from './demo.js';
import { HELP, readOptions } from './options.js';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  await runDemo(options);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof DemoError || (error instanceof Error && 'code' in error);
    process.stderr.write(`\n${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(1);
  },
);
