import { spawnSync } from 'node:child_process';

/** A generator, a compiler or a flow failed. */
export class StepError extends Error {
  readonly code = 'CLIENT_STEP';

  constructor(message: string) {
    super(message);
    this.name = 'StepError';
  }
}

/** Runs one program in a folder and waits for it. */
export function step(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  const output = error ? error.message : `${stdout}${stderr}`.trim().split('\n').slice(-40).join('\n');
  throw new StepError(`"${command} ${args.join(' ')}" in ${folder} failed:\n${output}`);
}
