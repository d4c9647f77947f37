#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUGS } from './bugs.js';
import { runAll, runBugs, type Counts } from './ci.js';
import { readOptions, UsageError, type Options } from './options.js';
import { type TrialPlan } from './plan.js';
import { print } from './print.js';
import { describeScale, Scale } from './scale.js';
import { plansOf, runTrials } from './trials.js';

/** Tells whether all is well. */
async function main(options: Options): Promise<boolean> {
  switch (options.what) {
    case 'ci':
      return report(await runAll(options.threads));
    case 'bugs':
      return runBugsNamed(options);
    case 'scale':
      return runScale(options);
    case 'plan': {
      const plan = JSON.parse(readFileSync(options.file, 'utf8')) as TrialPlan;
      return tellTrials(await runTrials([plan], { ...options, threads: 1, everyLine: true }));
    }
    case 'trials':
      return tellTrials(await runTrials(plansOf(options.seeds, options.nodes), trialsOptions(options)));
  }
}

/** Stories are told one at a time. */
function trialsOptions(options: Extract<Options, { what: 'trials' }>) {
  return { ...options, threads: options.tell ? 1 : options.threads, everyLine: true };
}

function tellTrials({ count, failed, seconds }: Awaited<ReturnType<typeof runTrials>>): boolean {
  const seeds = failed.map(({ seed }) => seed).sort((a, b) => a - b);
  const what = seeds.length === 0 ? 'no violation' : `${seeds.length} failed: ${seeds.join()}`;
  print(`${count} trials in ${seconds.toFixed(0)} s, ${what}`);
  return seeds.length === 0;
}

async function runBugsNamed({ names, threads }: Extract<Options, { what: 'bugs' }>): Promise<boolean> {
  const bugs = BUGS.filter(({ name }) => names.length === 0 || names.includes(name));
  return (await runBugs(bugs, threads)).every(({ seed }) => seed !== undefined);
}

async function runScale(options: Extract<Options, { what: 'scale' }>): Promise<boolean> {
  Error.stackTraceLimit = 0;
  const figures = await new Scale(options, print).run();
  for (const line of describeScale(options, figures)) print(line);
  return figures.violations.length === 0;
}

/** The counts also go where `npm test` adds up those of all its steps. */
function report(counts: Counts): boolean {
  const folder = join(__dirname, '..', '..', '..', 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `simulate-${process.pid}.json`), JSON.stringify({ ...counts, skipped: 0 }));
  print(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0;
}

async function start(): Promise<boolean> {
  return main(readOptions(process.argv.slice(2)));
}

start().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${isUsage ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(isUsage ? 2 : 1);
  },
);
