import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FakeJmxServer } from './testing/fake-jmx-server.js';
import { java } from './serialization/java-builders.js';

const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const TEXTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
let project: string;
let server: FakeJmxServer;

/** The package as npm would install it, in a project of its own. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'jmx-package-'));
  const installed = join(project, 'node_modules/jmx-client-node');
  await mkdir(installed, { recursive: true });
  for (const file of TEXTS) await cp(join(ROOT, file), join(installed, file));
  const compiler = require.resolve('typescript/lib/tsc.js');
  const options = ['--outDir', join(installed, 'dist'), '--tsBuildInfoFile', join(project, 'info')];
  await run(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.lib.json'), ...options]);
  server = await FakeJmxServer.start({
    answer: ({ method }) => (method === 'getAttribute' ? { value: java.map([['used', java.long(5)]]) } : undefined),
  });
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await rm(project, { recursive: true, force: true });
});

async function execute(file: string, code: string): Promise<string> {
  await writeFile(join(project, file), code.replace('port: 7199', `port: ${server.port}`));
  // Ends in an error if the process does not end by itself.
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: project, timeout: 20_000 });
  expect(stderr).toBe('');
  return stdout;
}

async function readmeExample(): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  return /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
}

describe('the published package', () => {
  it('runs the example of the README as an ES module, and the process ends by itself', async () => {
    expect(await execute('example.mjs', await readmeExample())).toContain("Map(1) { 'used' => 5n }");
  });

  it('can be required, and an idle connection that was never closed does not keep the process alive', async () => {
    const code = `const { JmxConnection } = require('jmx-client-node');
      JmxConnection.connect({ host: '127.0.0.1', port: 7199 }).then((jmx) => jmx.isRegistered('a:b=c')).then(console.log);`;
    expect(await execute('example.cjs', code)).toBe('true\n');
  });

  it('exports the same names to both kinds of module', async () => {
    const imported = await execute(
      'names.mjs',
      `import * as jmx from 'jmx-client-node'; console.log(Object.keys(jmx).sort().join());`,
    );
    const required = await execute('names.cjs', `console.log(Object.keys(require('jmx-client-node')).sort().join());`);
    const names = imported
      .trim()
      .split(',')
      .filter((name) => !['default', 'module.exports', '__esModule'].includes(name));
    expect(names).toEqual(required.trim().split(','));
    expect(names).toContain('JmxConnection');
  });

  it('ends also when a subscription was closed with its connection', async () => {
    const code = `import { JmxConnection } from 'jmx-client-node';
      const jmx = await JmxConnection.connect({ host: '127.0.0.1', port: 7199 });
      await jmx.addNotificationListener('a:b=c', () => {}).catch(() => {});
      await jmx.close();`;
    expect(await execute('subscribed.mjs', code)).toBe('');
  });

  it('contains compiled code, types and texts, and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json'], {
      cwd: join(project, 'node_modules/jmx-client-node'),
    });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !/^dist\/.*\.(?:js|d\.ts)$/.test(path)).sort()).toEqual(TEXTS);
    expect(paths.filter((path) => /\.spec\.|\.it\.|testing/.test(path))).toEqual([]);
  });

  it('has a command that runs', async () => {
    const command = join(project, 'node_modules/jmx-client-node/dist/cli/main.js');
    const { stdout } = await run(process.execPath, [command, '-c', `127.0.0.1:${server.port}`, 'get', 'a:b=c', 'X']);
    expect(stdout).toBe('{"used":5}\n');
  });
});
