import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { FakeJmxServer } from './testing/fake-jmx-server.js';
import { java } from './serialization/java-builders.js';

const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const TEXTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
let project: string;
let installed: string;
let server: FakeJmxServer;

/** What npm would publish, installed in a project of its own that has nothing else. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'jmx-package-'));
  installed = join(project, 'node_modules/jmx-client-node');
  await mkdir(installed, { recursive: true });
  await run('npm', ['pack', '--silent', '--pack-destination', project], { cwd: ROOT });
  const [tarball = ''] = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  await run('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
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

async function packedFiles(): Promise<string[]> {
  const entries = await readdir(installed, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => relative(installed, join(file.parentPath, file.name)));
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

  it('contains code, types, sources and texts, and nothing else', async () => {
    const paths = await packedFiles();
    const rest = paths.filter((path) => !/^dist\/.*\.(?:js|d\.ts)(?:\.map)?$|^src\/.*\.ts$|^docs\/.*\.md$/.test(path));
    expect(rest.sort()).toEqual(TEXTS);
    expect(paths.filter((path) => /\.spec\.|\.it\.|testing|testdata/.test(path))).toEqual([]);
    const sources = paths.filter((path) => path.startsWith('src/')).map((path) => path.slice(4, -3));
    const compiled = paths.filter((path) => path.endsWith('.js')).map((path) => path.slice(5, -3));
    expect(compiled.sort()).toEqual(sources.sort());
  });

  it('has a source for every source map, and a source map wherever one is named', async () => {
    const paths = await packedFiles();
    for (const path of paths.filter((file) => /^dist\/.*\.(?:js|d\.ts)$/.test(file))) {
      const code = await readFile(join(installed, path), 'utf8');
      const map = join(dirname(path), /sourceMappingURL=(\S+)/.exec(code)?.[1] ?? 'no source map');
      const { sources } = JSON.parse(await readFile(join(installed, map), 'utf8')) as { sources: string[] };
      expect(paths).toEqual(expect.arrayContaining(sources.map((source) => join(dirname(map), source))));
    }
  });

  it('has types that a strict project accepts, as CommonJS and as an ES module', async () => {
    const code = `import { JmxConnection, type JmxNotification } from 'jmx-client-node';
      export async function main(): Promise<bigint> {
        const jmx = await JmxConnection.connect({ port: 7199 });
        await jmx.addNotificationListener('a:b=c', (n: JmxNotification) => console.log(n.type));
        return await jmx.getAttribute<bigint>('a:b=c', 'D');
      }`;
    const files = ['typed.cts', 'typed.mts'];
    for (const file of files) await writeFile(join(project, file), code);
    const compiler = require.resolve('typescript/lib/tsc.js');
    const typeRoots = join(require.resolve('@types/node/package.json'), '../..');
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
    await run(process.execPath, [compiler, ...options, '--typeRoots', typeRoots, ...files], { cwd: project });
  });

  it('has an API reference that says what the sources say', async () => {
    await run(process.execPath, [join(ROOT, 'generate-api.mjs'), '--check']);
  });

  it('has a command that runs', async () => {
    const command = join(installed, 'dist/cli/main.js');
    const { stdout } = await run(process.execPath, [command, '-c', `127.0.0.1:${server.port}`, 'get', 'a:b=c', 'X']);
    expect(stdout).toBe('{"used":5}\n');
  });
});
