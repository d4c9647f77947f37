/**
 * `npm test`: every check of the project, from a fresh clone. `--unit` leaves out what takes minutes: real Cassandra nodes, thousands of simulated clusters; `--only=<part of a step's name>` runs some steps.
 * Ends with the line "N passed, N failed": tests, and each check that is not a test (lint, format, drift …) counted as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkClusterTools, install, workspace } from './prepare.mjs';

const unitOnly = process.argv.includes('--unit');
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const results = join(workspace, 'test-results');

const nx = (...targets) => ['npx', 'nx', 'run-many', '-t', ...targets, '--output-style=static', '--parallel=2'];

/** Tools neither colour their output nor ask the world for news. */
const QUIET = {
  ...{ NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
  ...{ REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
};

/** Projects whose tests start real Cassandra nodes. */
const INTEGRATION = [
  ...['tools/cassandra', 'libs/jmx-client-node', 'libs/jmx-adapter', 'libs/storage'],
  ...['apps/sidecar-e2e', 'tools/chaos'],
];

const steps = [
  { name: 'project references in sync', command: ['npx', 'nx', 'sync:check'] },
  { name: 'every project is tagged', command: ['node', 'tools/check-tags.mjs'] },
  { name: 'format', command: ['npx', 'prettier', '--check', '--log-level=warn', '.'] },
  { name: 'lint', command: nx('lint') },
  { name: 'typecheck', command: nx('typecheck') },
  { name: 'build', command: nx('build') },
  { name: 'docker', command: ['node', 'tools/check-docker.mjs'] },
  { name: 'generated files', command: ['node', 'tools/check-generated.mjs'] },
  { name: 'OpenAPI rules', command: ['npx', 'redocly', 'lint'] },
  { name: 'unit tests', command: [...nx('test'), '--skip-nx-cache'], tests: true },
  { name: 'simulated clusters', command: ['node', 'tools/simulate/dist/main.js', '--ci'], tests: true, long: true },
  { name: 'API fuzzing', command: ['node', 'tools/fuzz/dist/main.js', '--short'], tests: true, long: true },
  { name: 'generated clients', command: ['node', 'tools/clients/dist/main.js'], long: true },
  ...INTEGRATION.map((project) => ({
    name: `integration: ${project}`,
    command: ['npx', 'jest', '-c', 'jest.it.config.cjs'],
    folder: project,
    tests: true,
    long: true,
  })),
];

function perform(step) {
  process.stdout.write(`\n=== ${step.name}\n`);
  const started = Date.now();
  const [command, ...args] = step.command;
  const { status } = spawnSync(command, args, {
    cwd: join(workspace, step.folder ?? '.'),
    stdio: 'inherit',
    env: { ...process.env, ...QUIET },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`--- ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
  return { ...step, ok: status === 0, seconds };
}

/** Counts that the reporters of Jest and Vitest left behind. */
function countedTests() {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const files = existsSync(results) ? readdirSync(results).filter((file) => file.endsWith('.json')) : [];
  for (const file of files) {
    const counts = JSON.parse(readFileSync(join(results, file), 'utf8'));
    total.passed += counts.passed ?? counts.numPassedTests ?? 0;
    total.failed += counts.failed ?? counts.numFailedTests ?? 0;
    total.skipped += counts.skipped ?? counts.numPendingTests ?? 0;
    total.failures.push(...(counts.failures ?? []));
  }
  return total;
}

function summarize(done) {
  const counts = countedTests();
  const checks = done.filter((step) => !step.tests);
  const brokenRuns = done.filter((step) => step.tests && !step.ok);
  process.stdout.write('\n');
  for (const step of done) process.stdout.write(`${step.ok ? 'ok    ' : 'FAILED'} ${step.name} (${step.seconds} s)\n`);
  for (const failure of counts.failures) process.stdout.write(`failed: ${failure}\n`);
  const passed = counts.passed + checks.filter((step) => step.ok).length;
  // A run can fail without a failed test (a crash, a suite that does not compile): that must not look green.
  const failed = Math.max(counts.failed, brokenRuns.length) + checks.filter((step) => !step.ok).length;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

if (!unitOnly) checkClusterTools();
install();
rmSync(results, { recursive: true, force: true });
const wanted = steps.filter((step) => !(unitOnly && step.long) && (!only || step.name.includes(only)));
summarize(wanted.map(perform));
