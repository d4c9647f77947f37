import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type NodeStatus } from '../cluster/node-status.js';
import { findFreePrefix } from '../cluster/free-prefix.js';
import { inspectProcess } from '../process/process-identity.js';

const main = resolve('dist/main.js');

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the command line', () => {
  const home = mkdtempSync(join(tmpdir(), 'rig-cli-'));
  const place: string[] = [];

  function run(...args: string[]): Promise<Outcome> {
    const env = { ...process.env, REAPER_CASSANDRA_HOME: home };
    return new Promise((done) => {
      execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) =>
        done({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }
  const status = async () => JSON.parse((await run('status', '--json')).stdout) as NodeStatus[];

  beforeAll(async () => {
    const free = await findFreePrefix({ nodes: 1, cqlPort: 9042, storagePort: 7000 });
    place.push('--prefix', free.prefix, '--jmx-base', String(free.jmxBase));
    await free.release();
  });
  afterAll(async () => {
    await run('wipe');
    rmSync(home, { recursive: true, force: true });
  });

  it('says that there is no cluster yet', async () => {
    const { exitCode, stderr } = await run('status');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/There is no cluster in .* \[CLUSTER_MISSING\]/);
  });

  it('explains wrong usage with an exit code of its own', async () => {
    expect(await run('start', '--nonsense')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--nonsense'),
    });
  });

  it('leaves the nodes running when it ends', async () => {
    const { exitCode, stdout, stderr } = await run('start', '1', ...place);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^all up after [\d.]+ s$/m),
    });
    expect(stdout).toMatch(/^1 +running /m);
    expect(await status()).toEqual([expect.objectContaining({ state: 'running', peers: 0 })]);
  });

  it('prints rows, and the exit code and output of nodetool', async () => {
    const { stdout } = await run('cql', '1', 'SELECT key, tokens FROM system.local', '--json');
    expect(JSON.parse(stdout)).toEqual([{ key: 'local', tokens: expect.any(Array) }]);
    expect(await run('nodetool', '1', 'info', '-T')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Token'),
    });
    expect((await run('nodetool', '1', 'nonsense')).exitCode).not.toBe(0);
  });

  it('stops the nodes and starts them again', async () => {
    const [before] = await status();
    expect(await run('stop')).toMatchObject({ exitCode: 0, stdout: 'stopped\n' });
    expect(inspectProcess(before?.pid ?? 0)?.state ?? 'Z').toBe('Z');
    expect((await run('start')).exitCode).toBe(0);
    expect((await status())[0]?.address).toBe(before?.address);
  });

  it('wipes', async () => {
    const [before] = await status();
    expect(await run('wipe')).toMatchObject({ exitCode: 0, stdout: 'wiped\n' });
    expect(inspectProcess(before?.pid ?? 0)?.state ?? 'Z').toBe('Z');
    expect(await run('wipe')).toMatchObject({ exitCode: 0, stdout: 'there is no cluster\n' });
  });
});
