import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { JmxConnection } from '../index.js';
import { FakeJmxServer } from '../testing/fake-jmx-server.js';
import { type JavaServer, JavaTestServers } from '../testing/java-server.js';
import { runCommandLine } from './run-command-line.js';

const EMITTER = 'test:type=Emitter';
let servers: JavaTestServers;
let server: JavaServer;

beforeAll(async () => {
  servers = await JavaTestServers.compile();
  server = await servers.start();
});

afterAll(() => servers?.dispose());

/** Runs the command with streams of its own; `interrupt` is what Ctrl-C does. */
function start(...argv: string[]) {
  const output = { out: '', err: '' };
  const collect = (key: 'out' | 'err') => new PassThrough().on('data', (chunk: Buffer) => (output[key] += chunk));
  let interrupt: () => void = () => undefined;
  const done = runCommandLine(argv, {
    stdin: new PassThrough(),
    stdout: collect('out'),
    stderr: collect('err'),
    once: (_, listener) => (interrupt = listener),
  });
  return { output, done, interrupt: () => interrupt() };
}

async function run(...argv: string[]) {
  const { output, done } = start('-c', `127.0.0.1:${server.port}`, ...argv);
  const exitCode = await done;
  return { exitCode, ...output };
}

describe('the jmx command', () => {
  it('lists MBeans', async () => {
    expect(await run('list', 'test:*')).toEqual({ exitCode: 0, out: 'test:type=Emitter\ntest:type=Stats\n', err: '' });
    expect(JSON.parse((await run('list', 'test:*', '-o', 'json')).out)).toEqual([
      'test:type=Emitter',
      'test:type=Stats',
    ]);
  });

  it('describes an MBean', async () => {
    const { out } = await run('info', EMITTER);
    expect(out).toMatch(/^class testserver\.Emitter\n/);
    expect(out).toMatch(/^ {2}rw {2}Limit +long$/m);
    expect(out).toMatch(/^ {2}add\(int,int\) +int$/m);
  });

  it('gets one attribute, several, or all', async () => {
    expect((await run('get', EMITTER, 'Count')).out).toBe('7\n');
    expect((await run('get', EMITTER, 'Count', 'Name')).out).toBe('Count  7\nName   emitter\n');
    expect(await run('get', EMITTER, 'Count', 'Nope')).toMatchObject({ exitCode: 0, err: 'jmx: not readable: Nope\n' });
    const all = await run('get', 'test:type=Stats', '--output', 'json');
    expect(JSON.parse(all.out)).toMatchObject({ Point: { x: 1, y: 2, label: 'p' }, Ints: [1, 2, 3], State: 'BLOCKED' });
  });

  it('sets attributes in the type of the MBean', async () => {
    expect(await run('set', EMITTER, 'Limit', '9007199254740993')).toEqual({ exitCode: 0, out: '', err: '' });
    expect((await run('get', EMITTER, 'Limit')).out).toBe('9007199254740993\n');
    expect((await run('set', EMITTER, 'Name', 'some text')).exitCode).toBe(0);
    expect((await run('get', EMITTER, 'Name')).out).toBe('some text\n');
    await run('set', EMITTER, 'Name', 'emitter');
  });

  it('invokes operations, finding the signature by itself', async () => {
    expect((await run('invoke', EMITTER, 'add', '2', '3')).out).toBe('5\n');
    expect((await run('invoke', EMITTER, 'echo', '007')).out).toBe('007\n');
    expect((await run('invoke', EMITTER, 'emit', '0')).out).toBe('');
    expect((await run('invoke', EMITTER, 'describe', '[1,"a"]')).out).toBe(
      'java.util.ArrayList[java.lang.Integer:1;java.lang.String:a;]\n',
    );
  });

  it('does not let a server write control characters to the terminal', async () => {
    expect((await run('invoke', EMITTER, 'echo', 'a\u001b[31mb\nc')).out).toBe('a\\x1b[31mb\\nc\n');
  });

  it('watches notifications until interrupted', async () => {
    const { output, done, interrupt } = start(
      '-c',
      `127.0.0.1:${server.port}`,
      'watch',
      EMITTER,
      '--types',
      'test.tick',
    );
    const connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
    while (output.out === '') {
      await connection.invoke(EMITTER, 'emitRich');
      await connection.invoke(EMITTER, 'emit', [1], ['int']);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await connection.close();
    interrupt();
    expect(await done).toBe(0);
    expect(output.out).toMatch(/^2023-11-14T\S+ {2}test\.tick {2}tick \d+ {2}test:type=Emitter {2}null\n/);
    expect(output.out).not.toContain('test.rich');
  });

  it('stops watching after --count notifications', async () => {
    const { output, done } = start('-c', `127.0.0.1:${server.port}`, 'watch', EMITTER, '--count', '2', '-o', 'json');
    const connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
    const emitting = setInterval(() => void connection.invoke(EMITTER, 'emit', [5], ['int']), 50);
    expect(await done).toBe(0);
    clearInterval(emitting);
    await connection.close();
    const lines = output.out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'test.tick', source: EMITTER });
  });

  it('gives up a call when interrupted', async () => {
    const { output, done, interrupt } = start('-c', `127.0.0.1:${server.port}`, 'invoke', EMITTER, 'sleep', '30000');
    await new Promise((resolve) => setTimeout(resolve, 500));
    interrupt();
    expect(await done).toBe(1);
    expect(output.err).toMatch(/JMX_/);
  });

  it.each([
    [['get', 'no:such=bean', 'X'], 1, /InstanceNotFoundException.*\[JMX_REMOTE_EXCEPTION\]/],
    [
      ['invoke', EMITTER, 'fail', 'checked'],
      1,
      /java\.lang\.Exception: checked, caused by java\.io\.IOException: inner/,
    ],
    [['get', 'not a name', 'X'], 2, /Malformed ObjectName/],
    [['invoke', EMITTER, 'nope'], 2, /has no operation nope/],
    [['invoke', EMITTER, 'add', '1'], 2, /takes no 1 arguments:\n {2}add\(int,int\)/],
    [['invoke', EMITTER, 'add', '1', 'x'], 2, /"x" is no int/],
    [['set', EMITTER, 'Nope', '1'], 2, /has no attribute Nope/],
    [['set', EMITTER, 'Limit'], 2, /set needs a value/],
    [['list', 'a:*', 'b:*'], 2, /at most 1/],
    [['frobnicate'], 2, /no command frobnicate/],
    [['constructor'], 2, /no command constructor/],
    [[], 2, /a command is needed/],
    [['list', '--output', 'xml'], 2, /table or json/],
    [['list', '--nope'], 2, /nope/],
    [['list', '--user', 'u'], 2, /--password-file/],
    [['list', '--user', 'u', '--password-file', '/no/such/file'], 2, /--password-file: ENOENT/],
    [['list', '--ca', '/no/such/file'], 2, /--ca: ENOENT/],
    [['list', '--timeout', 'soon'], 2, /--timeout wants a number/],
  ])('fails for %j with status %i', async (argv, exitCode, message) => {
    const result = await run(...argv);
    expect(result).toMatchObject({ exitCode, out: '' });
    expect(result.err).toMatch(message);
  });

  it('takes the password from a file and shows it nowhere', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jmx-cli-'));
    await writeFile(join(directory, 'password'), 's3cr3t\nsecond line');
    const secured = await FakeJmxServer.start({
      answer: ({ method }) => (method === 'newClient' ? { exception: 'java.lang.SecurityException' } : undefined),
    });
    const { output, done } = start(
      ...['-c', `127.0.0.1:${secured.port}`, '-u', 'someone', '--password-file', join(directory, 'password'), 'list'],
    );
    expect(await done).toBe(1);
    expect(secured.callsOf('newClient')[0]?.args).toEqual([['someone', 's3cr3t']]);
    expect(output.err).toMatch(/JMX_AUTHENTICATION_FAILED/);
    expect(output.out + output.err).not.toContain('s3cr3t');
    await secured.stop();
    await rm(directory, { recursive: true });
  });

  it('explains itself', async () => {
    expect((await run('--help')).out).toMatch(/^Usage: jmx/);
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
