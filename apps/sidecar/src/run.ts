import 'reflect-metadata';
import type * as Bootstrap from './auth/bootstrap-command.js';
import { HELP, readCommandLine, UsageError, type CommandLine } from './command-line.js';
import type * as Serving from './composition/serve.js';
import { ConfigError } from './config/config-error.js';
import { loadConfig } from './config/load-config.js';
import { printConfig } from './config/print-config.js';
import { sidecarVersion } from './version.js';

/** Exit code for wrong arguments and wrong settings: a restart does not help. */
const EXIT_USAGE = 2;

/** The program. Ends the process with 2 for wrong arguments or settings. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await act(readCommandLine(args));
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  }
}

async function act({ action, config: file }: CommandLine): Promise<void> {
  if (action === 'help') return void process.stdout.write(HELP);
  if (action === 'version') return void process.stdout.write(`${sidecarVersion()}\n`);
  const config = loadConfig(file, process.env);
  if (action === 'print-config') return void process.stdout.write(printConfig(config));
  if (action === 'bootstrap') {
    const { bootstrapCommand } = require('./auth/bootstrap-command.js') as typeof Bootstrap;
    process.exitCode = await bootstrapCommand(config, (line) => process.stdout.write(`${line}\n`));
    return;
  }
  // Loaded here, so that the short actions are quick. An import() would load the ESM loader of Node.js too.
  const { serve } = require('./composition/serve.js') as typeof Serving;
  await serve(config);
}
