/** Everything a fresh clone needs before a command of the README runs: tools checked, packages installed, projects built. Plain JavaScript, no dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspace = dirname(dirname(fileURLToPath(import.meta.url)));

const MIN_NODE = [20, 19];

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  fail(
    `Node ${process.versions.node} is too old: Reaper Sidecar needs Node ${MIN_NODE.join('.')} or newer (see .nvmrc).`,
  );
}

function checkMaven() {
  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status === 0) return;
  fail(
    'Maven was not found: it fetches Apache Cassandra from Maven Central. Install it (for example: apt-get install maven) and try again.',
  );
}

/** Runs a command in the workspace and ends this process when it fails. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: workspace,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env },
  });
  if (result.status !== 0) fail(`"${command} ${args.join(' ')}" failed; its output is above.`);
}

function installed() {
  const lock = join(workspace, 'package-lock.json');
  const mark = join(workspace, 'node_modules', '.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs;
}

/**
 * Installs the locked packages unless node_modules is newer than the lock file. Not by `npm ci`: that refuses a lock file without the optional
 * packages of other platforms.
 */
export function install() {
  checkNode();
  if (!installed()) run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Installs and builds; unchanged projects come from the cache of Nx. */
export function build() {
  install();
  run('npx', ['nx', 'run-many', '-t', 'build', '--output-style=static']);
}

/** What a real Cassandra cluster needs besides. */
export function checkClusterTools() {
  checkNode();
  checkMaven();
}

// `node tools/prepare.mjs` alone: for scripts that run inside one project.
if (process.argv[1] === fileURLToPath(import.meta.url)) install();
