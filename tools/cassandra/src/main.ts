#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ClusterActions } from './cli/cluster-actions.js';
import { Output } from './cli/output.js';
import { createProgram } from './cli/program.js';
import { systemErrorCode } from './errors.js';

const streams = { out: process.stdout, err: process.stderr };
const usageExitCode = 2;

async function main(args: readonly string[]): Promise<number> {
  const actions = new ClusterActions(streams, untilInterrupted);
  const program = createProgram(actions);
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
    return actions.exitCode;
  } catch (error) {
    // Commander has printed its message, or the help, already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
    new Output(streams, args.includes('--json')).error(error);
    return 1;
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    // A listener for signals does not keep Node.js running.
    const reason = setInterval(() => undefined, 60_000);
    const stop = () => {
      clearInterval(reason);
      resolve();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}

/** Who reads the output has seen enough, as in `… nodetool 1 info | head -3`. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (systemErrorCode(error) !== 'EPIPE') throw error;
    process.exit(0);
  });
}

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
