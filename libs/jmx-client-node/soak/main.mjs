/**
 * `npm run soak`: what a client must stand over a long time, against a JVM on this machine. `-- --short` is the form for
 * every test run. Ends with status 1 when something leaked, was lost or went unreported.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startJavaServer } from './java-server.mjs';
import { calls, cycles, overrun, stream } from './phases.mjs';

const LONG = { calls: 1_000_000, cycles: 10_000, seconds: 60, flood: 20_000 };
const SHORT = { calls: 10_000, cycles: 200, seconds: 2, flood: 5_000 };
const PER_SECOND = 1_000;

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const size = values.short ? SHORT : LONG;
const load = () => loadavg()[0].toFixed(1);

process.stdout.write(`Node.js ${process.versions.node}, load ${load()}\n`);
const server = await startJavaServer();
const phases = [
  ['calls', () => calls(server.port, size.calls)],
  ['connect and close', () => cycles(server.port, size.cycles)],
  ['notifications', () => stream(server.port, PER_SECOND, size.seconds)],
  ['overrun', () => overrun(server.port, size.flood)],
];
try {
  for (const [name, run] of phases) {
    const { facts, complaints } = await run();
    const verdict = complaints.length === 0 ? 'ok' : `FAILED: ${complaints.join('; ')}`;
    process.stdout.write(`${name}: ${verdict} (load ${load()})\n${facts.map((fact) => `  ${fact}\n`).join('')}`);
    if (complaints.length > 0) process.exitCode = 1;
  }
} finally {
  await server.stop();
}
