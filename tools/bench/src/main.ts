#!/usr/bin/env node
import { benchApi } from './api.js';
import { benchEngine } from './engine.js';
import { benchJmx } from './jmx.js';
import { benchRepair } from './repair.js';

const BENCHMARKS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  api: benchApi,
  engine: benchEngine,
  jmx: benchJmx,
  repair: benchRepair,
};

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  const benchmark = name === undefined ? undefined : BENCHMARKS[name];
  if (!benchmark) throw new TypeError(`Name a benchmark: npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}`);
  await benchmark(args);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
