#!/usr/bin/env node
import { readOptions, UsageError } from './options.js';
import { Trial, type TrialFigures } from './trial.js';

async function main(): Promise<boolean> {
  const { nodes, seeds, hours } = readOptions(process.argv.slice(2));
  const failed: number[] = [];
  for (let seed = seeds.from; seed <= seeds.to; seed++) {
    const startedAt = performance.now();
    const figures = await new Trial(seed, nodes).run(hours);
    print(describe(figures, (performance.now() - startedAt) / 1_000));
    for (const violation of figures.violations) print(`  ${violation}`);
    if (figures.violations.length > 0) failed.push(seed);
  }
  const count = seeds.to - seeds.from + 1;
  print(failed.length === 0 ? `${count} seeds, no violation` : `${failed.length} of ${count} failed: ${failed.join()}`);
  return failed.length === 0;
}

function describe(figures: TrialFigures, seconds: number): string {
  const { seed, violations, virtualMs, runs, segments, commands, faults, edits, epochs } = figures;
  const states = Object.entries(runs).map(([state, count]) => `${count} ${state}`);
  return [
    `seed ${seed}: ${violations.length === 0 ? 'ok' : 'FAILED'}`,
    `${(virtualMs / 3_600_000).toFixed(1)} h in ${seconds.toFixed(1)} s`,
    `runs ${states.join(' ')}`,
    `${segments} segments, ${commands} commands`,
    `${faults} faults, ${edits} edits, ${epochs} reigns`,
    `longest stall ${figures.longestStallMs / 1_000} s`,
    `${figures.statementsPerHostSecond.toFixed(2)} statements/s a host, ${figures.conditionalWrites} conditional`,
  ].join(' | ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${isUsage ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(isUsage ? 2 : 1);
  },
);
