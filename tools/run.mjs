/** `node tools/run.mjs <tool> [arguments]`: prepares the clone, then runs tools/<tool>/dist/main.js in this terminal. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, checkClusterTools, workspace } from './prepare.mjs';

/** Tools that start no Cassandra node, and so need no Maven. */
const WITHOUT_NODES = new Set(['simulate', 'fuzz']);

const [tool, ...args] = process.argv.slice(2);
if (!WITHOUT_NODES.has(tool)) checkClusterTools();
build();
const child = spawn(process.execPath, [join(workspace, 'tools', tool, 'dist', 'main.js'), ...args], {
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to both; the child ends in its own time and this process reports its exit code.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
