import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonPrograms } from '@reaper-sidecar/python-rig';
import { startMemorySidecar } from '@reaper-sidecar/sidecar-rig';
import { type Caller, CALLERS, Callers } from './callers.js';
import { Gateway } from './gateway.js';
import { configurationOf, makeKnownNames } from './known-names.js';
import type { Options } from './options.js';
import { attack, type Attack } from './schemathesis.js';
import { type ApiDocument, Tally } from './tally.js';

const TOOL = join(__dirname, '..');
/** Ignored by git and by every other tool. */
const CACHE = join(TOOL, 'node_modules', '.cache');
const DOCUMENT = require.resolve('@reaper-sidecar/api-client/openapi.json');

/** How hard one pass is. The short one takes about 20 s for each caller. */
const SHORT = { examples: 3, phases: ['examples', 'fuzzing', 'stateful'] };
const FULL = { examples: 40, phases: ['examples', 'coverage', 'fuzzing', 'stateful'] };

export interface FuzzResult {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly requests: number;
  readonly serverErrors: number;
}

/** Fuzzes one sidecar over memory as every caller, as often as it takes. */
export async function fuzz(options: Options, print: (line: string) => void): Promise<FuzzResult> {
  const programs = pythonPrograms(join(CACHE, 'python'), join(TOOL, 'requirements.txt'));
  const folder = join(CACHE, `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const tally = new Tally(JSON.parse(readFileSync(DOCUMENT, 'utf8')) as ApiDocument);
  const sidecar = await startMemorySidecar(folder, { REAPER_LOG_LEVEL: 'warn' });
  try {
    const callers = new Callers(sidecar.url);
    await callers.createViewer();
    const total = { passed: 0, failures: [] as string[] };
    let seed = options.seed;
    do {
      const known = await makeKnownNames(sidecar.url, await callers.login('operator'));
      writeFileSync(join(folder, 'schemathesis.toml'), configurationOf(known));
      for (const caller of CALLERS) {
        print(`\n=== as ${caller}, seed ${seed}`);
        const gateway = new Gateway(sidecar.url, caller, callers, tally);
        const plan = options.short ? SHORT : FULL;
        const result = await attackAs(gateway, { ...plan, programs, document: DOCUMENT, folder, seed });
        total.passed += result.passed;
        total.failures.push(...result.failures.map((failure) => `as ${caller}: ${failure}`));
      }
      seed += 1;
    } while (!options.short && tally.requests < options.requests && total.failures.length === 0);
    total.failures.push(...CALLERS.flatMap((caller) => missing(tally, caller)));
    if (!sidecar.running) total.failures.push('the sidecar ended');
    const { requests, serverErrors } = tally;
    print(`\noperations that never succeeded as operator: ${tally.neverSucceeded('operator').join(', ') || 'none'}`);
    if (total.failures.length === 0) rmSync(folder, { recursive: true });
    else print(`log of the sidecar: ${sidecar.options.logFile}`);
    return { ...total, requests, serverErrors };
  } finally {
    await sidecar.stop();
  }
}

async function attackAs(gateway: Gateway, plan: Omit<Attack, 'url'>) {
  const url = await gateway.open();
  try {
    const { tests, failures, ok } = await attack({ ...plan, url });
    const told = ok || failures.length > 0 ? failures : ['Schemathesis ended with an error'];
    return { passed: tests - failures.length, failures: told };
  } finally {
    gateway.close();
  }
}

function missing(tally: Tally, caller: Caller): readonly string[] {
  return tally.neverCalled(caller).map((operation) => `${operation} was never called as ${caller}`);
}
