import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Progress } from '../progress.js';

/** Starts a cluster, says so, and then waits to be killed. */
const program = `
  const { startCluster } = require(${JSON.stringify(resolve('dist/index.js'))});
  startCluster({
    nodes: 2,
    onProgress: ({ step }) => console.log(JSON.stringify({ step })),
  }).then(() => {
    console.log(JSON.stringify({ step: 'up' }));
    setInterval(() => undefined, 1000);
  });
`;

/** Homes of its clusters are in `temporary`. */
function startParent(temporary: string): ChildProcess {
  const env = { ...process.env, TMPDIR: temporary };
  return spawn(process.execPath, ['-e', program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function untilReported(parent: ChildProcess, step: string): Promise<void> {
  if (!parent.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: parent.stdout })) {
    if ((JSON.parse(line) as Progress).step === step) return;
  }
  throw new Error(`ended before ${step}`);
}

/** Running nodes of clusters in that directory. */
function nodesUnder(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(`cassandra.storagedir=${directory}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('a cluster whose owner dies', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'rig-parent-'));
  afterAll(() => rmSync(temporary, { recursive: true }));

  it.each([
    ['SIGKILL', 'up'],
    ['SIGTERM', 'up'],
    ['SIGKILL', 'ready'],
  ] as const)('dies with it, by %s in step %s, and leaves no directory behind', async (signal, step) => {
    const parent = startParent(temporary);
    await untilReported(parent, step);
    expect(readdirSync(temporary)).toHaveLength(1);
    expect(nodesUnder(temporary)).toHaveLength(2);
    parent.kill(signal);
    await once(parent, 'exit');
    await sleep(2500);
    expect(nodesUnder(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a cluster that cannot be started', () => {
  it('leaves no directory behind', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rig-tmp-'));
    const failing = `require(${JSON.stringify(resolve('dist/index.js'))}).startCluster({ javaHome: '/nowhere' })`;
    const child = spawn(process.execPath, ['-e', `${failing}.catch((error) => console.log(error.code))`], {
      env: { ...process.env, TMPDIR: directory },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    await once(child, 'exit');
    expect(printed.toString()).toBe('JAVA_UNSUITABLE\n');
    expect(readdirSync(directory)).toEqual([]);
    rmSync(directory, { recursive: true });
  });
});
