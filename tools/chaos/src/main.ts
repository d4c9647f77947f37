#!/usr/bin/env node
import { runChaos } from './chaos.js';
import { HELP, readOptions } from './options.js';
import { verdictTable } from './verdict-table.js';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (options === 'help') {
    print(HELP);
    return 0;
  }
  const verdicts = await runChaos(options, print);
  print(`\nseed ${options.seed}\n\n${verdictTable(verdicts)}`);
  return verdicts.every(({ holds }) => holds) ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `\n${error instanceof TypeError ? error.message : ((error as Error).stack ?? String(error))}\n`,
    );
    process.exit(1);
  },
);
