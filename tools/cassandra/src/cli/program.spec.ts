import { Command, CommanderError } from 'commander';
import { type Actions, createProgram } from './program.js';

/** Notes what the command line asked for. */
function recorder(): { actions: Actions; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      // Commander adds the command itself at the end.
      calls.push([name, ...args.filter((arg) => !(arg instanceof Command))]);
      return Promise.resolve();
    };
  const names = [
    'fetch',
    'start',
    'stop',
    'status',
    'wipe',
    'startNode',
    'stopNode',
    'killNode',
    'pauseNode',
    'resumeNode',
    'addNode',
    'nodetool',
    'cql',
  ];
  return { calls, actions: Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Actions };
}

function silence(program: Command): Command {
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  }
  return program;
}

async function parse(...args: string[]): Promise<unknown[]> {
  const { actions, calls } = recorder();
  await silence(createProgram(actions)).parseAsync(args, { from: 'user' });
  expect(calls).toHaveLength(1);
  return calls[0] ?? [];
}

describe('the command line', () => {
  it.each<[string[], unknown[]]>([
    [['start'], ['start', undefined, {}]],
    [
      ['start', '5', '--version', '4.1.10'],
      ['start', 5, { version: '4.1.10' }],
    ],
    [
      ['start', '--dcs', 'a:2,b'],
      [
        'start',
        undefined,
        {
          dcs: [
            { name: 'a', nodes: 2 },
            { name: 'b', nodes: 1 },
          ],
        },
      ],
    ],
    [
      ['start', '--set', 'a=1', '--set', 'b=x=y', '--set', 'c=null'],
      ['start', undefined, { set: { a: 1, b: 'x=y', c: null } }],
    ],
    [
      ['start', '--jvm=-Da=b', '--jvm=-Dc=d'],
      ['start', undefined, { jvm: ['-Da=b', '-Dc=d'] }],
    ],
    [
      [
        'start',
        '--tokens',
        '16',
        '--prefix',
        '127.0.7.',
        '--jmx-base',
        '17100',
        '--cql-port',
        '9043',
        '--storage-port',
        '7001',
      ],
      ['start', undefined, { tokens: 16, prefix: '127.0.7.', jmxBase: 17_100, cqlPort: 9043, storagePort: 7001 }],
    ],
    [
      ['start', '--hints', '--jmx-auth', '--jmx-tls', '--cql-auth', '--foreground', '--verify', '--json'],
      [
        'start',
        undefined,
        { hints: true, jmxAuth: true, jmxTls: true, cqlAuth: true, foreground: true, verify: true, json: true },
      ],
    ],
    [
      ['stop', '--kill', '--home', '/h'],
      ['stop', { kill: true, home: '/h' }],
    ],
    [
      ['status', '--json'],
      ['status', { json: true }],
    ],
    [
      ['fetch', '--version', '4.0.19', '--cache', '/c'],
      ['fetch', { version: '4.0.19', cache: '/c' }],
    ],
    [
      ['stop-node', '2'],
      ['stopNode', 2, {}],
    ],
    [
      ['start-node', '2', '--version', '5.0.9'],
      ['startNode', 2, { version: '5.0.9' }],
    ],
    [
      ['kill-node', '2'],
      ['killNode', 2, {}],
    ],
    [
      ['pause-node', '2'],
      ['pauseNode', 2, {}],
    ],
    [
      ['resume-node', '2'],
      ['resumeNode', 2, {}],
    ],
    [
      ['add-node', '--dc', 'b'],
      ['addNode', { dc: 'b' }],
    ],
    [['wipe'], ['wipe', {}]],
    [
      ['nodetool', '1', 'repair', '-full', '--json', 'ks'],
      ['nodetool', 1, ['repair', '-full', '--json', 'ks'], {}],
    ],
    [
      ['nodetool', '--home', '/h', '1', 'status', '-r'],
      ['nodetool', 1, ['status', '-r'], { home: '/h' }],
    ],
    [
      ['cql', '1', 'SELECT 1', '--consistency', 'local_quorum'],
      ['cql', 1, 'SELECT 1', { consistency: 'LOCAL_QUORUM' }],
    ],
  ])('understands %j', async (args, call) => {
    expect(await parse(...args)).toEqual(call);
  });

  it.each([
    [['start', 'three'], /whole number/],
    [['start', '--tokens', '-1'], /whole number/],
    [['start', '--nope'], /unknown option '--nope'/],
    [['start', '--set', 'novalue'], /key=value/],
    [['start', '--dcs', 'a:x'], /east:2,west:1/],
    [['stop', '--version', '5.0.9'], /unknown option '--version'/],
    [['stop-node'], /missing required argument 'node'/],
    [['stop-node', '1', '2'], /too many arguments/],
    [['cql', '1', 'SELECT 1', '--consistency', 'MOST'], /must be one of ANY, ONE/],
    [['dance'], /unknown command 'dance'/],
  ])('refuses %j', async (args, message) => {
    const parsing = parse(...args);
    await expect(parsing).rejects.toBeInstanceOf(CommanderError);
    await expect(parsing).rejects.toThrow(message);
  });
});
