#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PythonError } from '@reaper-sidecar/python-rig';
import { fuzz, type FuzzResult } from './fuzz.js';
import { HELP, readOptions, UsageError } from './options.js';

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    print(HELP);
    return true;
  }
  const result = await fuzz(options, print);
  if (options.short) record(result);
  for (const failure of result.failures) print(`failed: ${failure}`);
  print(`${result.requests} requests, ${result.serverErrors} answered with a server error`);
  print(`${result.passed} passed, ${result.failures.length} failed`);
  return result.failures.length === 0 && result.serverErrors === 0;
}

/** Where `npm test` adds up the counts of all its steps. */
function record({ passed, failures }: FuzzResult): void {
  const folder = join(__dirname, '..', '..', '..', 'test-results');
  mkdirSync(folder, { recursive: true });
  const counts = { passed, failed: failures.length, skipped: 0, failures };
  writeFileSync(join(folder, `fuzz-${process.pid}.json`), JSON.stringify(counts));
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    const told = error instanceof UsageError || error instanceof PythonError;
    process.stderr.write(`${error instanceof Error ? (told ? error.message : error.stack) : String(error)}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
