import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Python, its venv or a package cannot be had. */
export class PythonError extends Error {
  readonly code = 'PYTHON';

  constructor(message: string) {
    super(message);
    this.name = 'PythonError';
  }
}

/**
 * Programs of the packages that a requirements file pins, in a virtual environment that is made on first use and again when the file changes.
 *
 * @param folder where the environment is kept
 * @returns the folder of the programs
 */
export function pythonPrograms(folder: string, requirements: string): string {
  const programs = join(folder, 'bin');
  const mark = join(folder, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return programs;
  requirePython();
  rmSync(folder, { recursive: true, force: true });
  perform('python3', ['-m', 'venv', folder], 'Install the module venv (Debian: apt-get install python3-venv)');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  perform(join(programs, 'python'), install, 'The packages come from PyPI; check the network');
  writeFileSync(mark, wanted);
  return programs;
}

function requirePython(): void {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 10))'], {
    encoding: 'utf8',
  });
  if (status === 0 && stdout.trim() === 'True') return;
  const found = status === 0 ? 'python3 is too old' : 'python3 was not found';
  throw new PythonError(`${found}: Python 3.10 or newer is needed (Debian: apt-get install python3 python3-venv)`);
}

function perform(command: string, args: readonly string[], advice: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const output = `${stdout ?? ''}${stderr ?? ''}`.trim();
  throw new PythonError(`"${command} ${args.join(' ')}" failed: ${output}\n${advice}, and try again`);
}
