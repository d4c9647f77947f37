import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts a cluster, says so, and then waits to be killed. */
const program = `
  const { startCluster } = require(${JSON.stringify(resolve('dist/index.js'))});
  startCluster({
    nodes: 2,
    onProgress: ({ step }) => console.log(JSON.stringify({ step })),
  }).then((cluster) => {
    console.log(JSON.stringify({ step: 'up', home: cluster.home, pids: cluster.nodes.map(({ pid }) => pid) }));
    setInterval(() => undefined, 1000);
  });
`;

interface Report {
  readonly step: string;
  readonly home?: string;
  readonly pids?: number[];
}

function startParent(): ChildProcess {
  return spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function untilReported(parent: ChildProcess, step: string): Promise<Report> {
  if (!parent.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: parent.stdout })) {
    const report = JSON.parse(line) as Report;
    if (report.step === step) return report;
  }
  throw new Error(`ended before ${step}`);
}

/** Running nodes of the cluster in that directory. */
function nodesUnder(home: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(`cassandra.storagedir=${home}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function homeOfChildren(parent: ChildProcess): string {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const children = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[1];
      const flag = readFileSync(`/proc/${name}/cmdline`, 'latin1').match(/cassandra\.storagedir=([^\0]*)/);
      if (Number(children) === parent.pid && flag?.[1]) return dirname(dirname(dirname(flag[1])));
    } catch {
      // It has just ended.
    }
  }
  throw new Error('no node of that parent');
}

describe('a cluster whose owner dies', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('dies with it, by %s', async (signal) => {
    const parent = startParent();
    const { home = '', pids = [] } = await untilReported(parent, 'up');
    expect(nodesUnder(home).sort()).toEqual([...pids].sort());
    parent.kill(signal);
    await once(parent, 'exit');
    await sleep(2500);
    expect(nodesUnder(home)).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });

  it('dies with it even in the middle of a start', async () => {
    const parent = startParent();
    await untilReported(parent, 'ready');
    const home = homeOfChildren(parent);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await sleep(2500);
    expect(nodesUnder(home)).toEqual([]);
    expect(existsSync(home)).toBe(false);
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
