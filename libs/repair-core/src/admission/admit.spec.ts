import type { NodePressure } from '../model/node-state.js';
import type { Reason } from '../reasons/reason.js';
import { host, input, NOW, run, set, type Case } from '../testing/admission-cases.js';
import { reasonKey, type AdmissionRun, type HostFacts } from './admission-input.js';
import { admit } from './admit.js';

const AT_THE_LIMIT: NodePressure = {
  pendingCompactions: 100,
  disk: { directory: '/data', freeBytes: 1, freePercent: 10 },
  otherStreams: { plans: 0, purposes: '' },
  hintFiles: 50,
  hintDeliveries: 1,
};

const granted = (given: Case) => admit(input(given)).grants.map(({ runId, setKey }) => `${runId}:${setKey}`);
const reasonsOf = (given: Case, runId = 'r') => admit(input(given)).reasons.get(runId) ?? [];

describe('admission of a replica set', () => {
  it('grants it to one of its replicas and gives no reason', () => {
    const output = admit(input({ runs: [run('r', [set('abc')])] }));
    expect(output.grants).toEqual([{ runId: 'r', setKey: 'abc', coordinator: 'a' }]);
    expect(output.reasons.size).toBe(0);
  });

  const closed = { gate: { open: false, why: 'unconfirmed', opensInMs: 4_000 } } as const;
  const task = { runId: 'other', coordinator: 'b' };
  it.each<[string, Partial<Case>, Reason['code'], RegExp]>([
    [
      'a replica is down',
      { hosts: [host('b', { node: { up: false, state: 'NORMAL', datacenter: 'dc1' } })] },
      'REPLICA_DOWN',
      /node-b is down/,
    ],
    [
      'a node is leaving',
      { hosts: [host('c', { node: { up: true, state: 'LEAVING', datacenter: 'dc1' } })] },
      'NODE_NOT_NORMAL',
      /node-c is LEAVING/,
    ],
    [
      'a node itself says that it drains',
      { hosts: [host('c', { pressure: { operationMode: 'DRAINED' } })] },
      'NODE_NOT_NORMAL',
      /node-c says DRAINED/,
    ],
    [
      'somebody else repairs there',
      { hosts: [host('a', { foreign: { kind: 'command', detail: 'nodetool repair ks', sinceMs: 0 } })] },
      'FOREIGN_REPAIR',
      /node-a: nodetool repair ks/,
    ],
    [
      'compactions pile up',
      { hosts: [host('a', { pressure: { pendingCompactions: 101 } })] },
      'PENDING_COMPACTIONS',
      /node-a has 101 pending compactions, the limit is 100/,
    ],
    [
      'a disk is nearly full',
      {
        hosts: [host('b', { pressure: { disk: { directory: '/data/2', freeBytes: 3 * 2 ** 30, freePercent: 9.94 } } })],
      },
      'DISK_HEADROOM',
      /node-b has 9.9 % \(3.0 GiB\) free in \/data\/2, the limit is 10 %/,
    ],
    [
      'a node streams for others',
      { hosts: [host('b', { pressure: { otherStreams: { plans: 2, purposes: 'Bootstrap, Bulk Load' } } })] },
      'OTHER_STREAMS',
      /node-b has 2 stream\(s\).*\(Bootstrap, Bulk Load\), the limit is 0/,
    ],
    [
      'hints wait on a node',
      { hosts: [host('a', { pressure: { hintFiles: 51 } })] },
      'HINTS_PENDING',
      /node-a has 51 files of hints/,
    ],
    [
      'a node sends hints to several others',
      { hosts: [host('a', { pressure: { hintDeliveries: 2 } })] },
      'HINTS_PENDING',
      /node-a sends hints to 2 nodes, the limit is 1/,
    ],
    [
      'a node cannot be reached since just now',
      { hosts: [host('a', { pressure: { unreachable: 'refused', unreachableForMs: 12_000 } })] },
      'PRESSURE_UNKNOWN',
      /node-a has not told its load for 12 s.*refused/,
    ],
    [
      'a figure is missing that the operator wants',
      { limits: { requireLoadFigures: true }, hosts: 'abc'.split('').map((id) => host(id)) },
      'PRESSURE_UNKNOWN',
      /node-a does not tell its disk space, streams, hints/,
    ],
    [
      'a cancelled command has not ended',
      { hosts: [host('a', { tasks: [{ ...task, cancelling: 'Over time; nothing of it can be ended alone now' }] })] },
      'CANCEL_WAITS',
      /node-a takes part in a cancelled command of node-b: Over time; nothing/,
    ],
    [
      'the load of a node became unknown just now',
      { hosts: [host('a', { sidecar: 'silent', silentForMs: 20_000 })] },
      'PRESSURE_UNKNOWN',
      /node-a has not told its load for 20 s/,
    ],
    ['the schema disagrees', { schemaVersions: ['v1', 'v2'] }, 'SCHEMA_DISAGREEMENT', /2 schema versions: v1, v2/],
    [
      'majors are mixed',
      { hosts: [host('b', { node: { up: true, state: 'NORMAL', datacenter: 'dc1', releaseVersion: '4.1.3' } })] },
      'MIXED_VERSIONS',
      /node-b runs 4.1.3/,
    ],
    [
      'the schema disagrees because majors are mixed somewhere',
      {
        schemaVersions: ['v1', 'v2'],
        hosts: [host('d', { node: { up: true, state: 'NORMAL', datacenter: 'dc1', releaseVersion: '4.1.3' } })],
      },
      'MIXED_VERSIONS',
      /node-d runs 4.1.3/,
    ],
    ['a replica is busy', { hosts: [host('b', { tasks: [task] })] }, 'REPLICA_BUSY', /node-b takes part in run other/],
    ['a replica rests', { hosts: [host('b', { restsForMs: 2_000 })] }, 'NODE_RESTING', /node-b rests/],
    [
      'a replica is in a command in doubt',
      { hosts: [host('c', { tasks: [{ ...task, inDoubt: { silentForMs: 60_000, releasedInMs: 9_000 } }] })] },
      'IN_DOUBT',
      /node-c may still take part.*node-b is silent for 60 s/,
    ],
    ['a replica is not open', { hosts: [host('a', closed)] }, 'HOST_NOT_OPEN', /node-a has not confirmed/],
    [
      'a neighbour of a replica is not open',
      { hosts: [host('f', closed)], neighbours: { c: 'bdf' } },
      'HOST_NOT_OPEN',
      /node-f has not confirmed/,
    ],
    [
      'a list cannot be written',
      { hosts: [host('a', { gate: { open: false, why: 'unwritable' } })] },
      'FENCE_UNWRITABLE',
      /list of node-a cannot be written/,
    ],
    [
      'nobody has a live sidecar',
      { hosts: [...'abc'].map((hostId) => host(hostId, { sidecar: 'none' })) },
      'NO_LIVE_SIDECAR',
      /node-a never had one/,
    ],
    [
      'the sidecars cannot reach their nodes',
      { hosts: [...'abc'].map((hostId) => host(hostId, { pressure: { unreachable: 'connection refused' } })) },
      'NODE_UNREACHABLE',
      /node-a: connection refused/,
    ],
  ])('waits while %s', (_, given, code, evidence) => {
    const all = { runs: [run('r', [set('abc')])], ...given };
    expect(granted(all)).toEqual([]);
    expect(reasonsOf(all)).toMatchObject([{ code, replicas: ['a', 'b', 'c'], sinceMs: NOW }]);
    expect(reasonsOf(all)[0]?.evidence).toMatch(evidence);
  });

  it('waits for the next attempt of a failed segment and says when', () => {
    const retry = { inMs: 5_000, failure: 'segment 3 failed' };
    const given = { runs: [run('r', [set('abc', { ready: 0, retry })])] };
    expect(granted(given)).toEqual([]);
    expect(reasonsOf(given)).toMatchObject([
      { code: 'RETRY_LATER', evidence: 'segment 3 failed', untilMs: NOW + 5_000 },
    ]);
  });

  it.each<[string, Partial<HostFacts>]>([
    ['a host without a sidecar', { sidecar: 'none' }],
    ['a sidecar that has been silent for long', { sidecar: 'silent', silentForMs: 31_000 }],
    ['a version that does not tell its compactions', { pressure: {} }],
    [
      'old figures of a sidecar that is gone',
      { sidecar: 'silent', silentForMs: 31_000, pressure: { pendingCompactions: 500 } },
    ],
    ['a sidecar that cannot reach its node', { pressure: { unreachable: 'refused' } }],
    ['one that could not for long', { pressure: { unreachable: 'refused', unreachableForMs: 31_000 } }],
    ['figures at their limits', { pressure: AT_THE_LIMIT }],
    ['a sidecar too old to tell its disk', { pressure: { pendingCompactions: 1 } }],
  ])('is not held up by %s, but does not let it coordinate', (_, changes) => {
    const { grants } = admit(input({ hosts: [host('a', changes)], runs: [run('r', [set('abc')])] }));
    expect(grants).toHaveLength(1);
    if (changes.sidecar || changes.pressure?.unreachable) expect(grants[0]?.coordinator).toBe('b');
  });

  it('tells what needs a person before what passes by itself', () => {
    const hosts = [
      host('a', { tasks: [task] }),
      host('b', { node: { up: false, state: 'NORMAL', datacenter: 'dc1' } }),
      host('c', closed),
    ];
    expect(reasonsOf({ hosts, runs: [run('r', [set('abc')])] })).toMatchObject([{ code: 'REPLICA_DOWN' }]);
  });

  it('keeps the begin of a wait while its code stays, and begins anew with another code', () => {
    const before: Reason = { code: 'REPLICA_BUSY', replicas: ['a', 'b', 'c'], evidence: 'old', sinceMs: 5 };
    const previous = [[reasonKey('r', before.replicas), before]] as const;
    const runs = [run('r', [set('abc')])];
    expect(reasonsOf({ hosts: [host('a', { tasks: [task] })], runs, previous })[0]).toMatchObject({ sinceMs: 5 });
    expect(reasonsOf({ hosts: [host('a', { restsForMs: 1 })], runs, previous })[0]).toMatchObject({ sinceMs: NOW });
  });
});

describe('admission over many sets and runs', () => {
  it('runs disjoint sets in parallel and never a node twice', () => {
    const given = { runs: [run('r', [set('ab'), set('bc'), set('cd'), set('ef')])] };
    expect(granted(given)).toEqual(['r:ab', 'r:cd', 'r:ef']);
    expect(reasonsOf(given)).toMatchObject([{ code: 'REPLICA_BUSY', replicas: ['b', 'c'] }]);
  });

  it('lets a node take part in as many commands as the limit says, each with a coordinator of its own', () => {
    const { grants } = admit(
      input({ limits: { maxRepairsPerNode: 2 }, runs: [run('r', [set('ab'), set('abc'), set('ac')])] }),
    );
    expect(grants.map(({ setKey, coordinator }) => `${setKey}:${coordinator}`)).toEqual(['ab:a', 'abc:b']);
  });

  it('gives a reason for a run that waits as a whole, and none for its sets', () => {
    const held = { code: 'RUN_PAUSED', evidence: 'somebody paused it' } as const;
    const given = { runs: [run('r', [set('abc')], { held })] };
    expect(granted(given)).toEqual([]);
    expect(reasonsOf(given)).toMatchObject([{ code: 'RUN_PAUSED', replicas: [] }]);
  });

  it('spreads coordination to the replica that coordinated longest ago', () => {
    const hosts = [
      host('a', { lastCoordinated: 9 }),
      host('b', { lastCoordinated: 3 }),
      host('c', { lastCoordinated: 5 }),
    ];
    expect(admit(input({ hosts, runs: [run('r', [set('abc')])] })).grants).toMatchObject([{ coordinator: 'b' }]);
  });

  it.each<[string, readonly AdmissionRun[], string]>([
    [
      'the higher priority',
      [run('old', [set('ab')]), run('urgent', [set('ab')], { priority: 60, createdAtMs: 9 })],
      'urgent:ab',
    ],
    ['the older among equals', [run('new', [set('ab')], { createdAtMs: 9 }), run('old', [set('ab')])], 'old:ab'],
    [
      'the one served longest ago',
      [run('old', [set('ab')], { lastGranted: 7 }), run('new', [set('ab')], { createdAtMs: 9 })],
      'new:ab',
    ],
  ])('serves %s first', (_, runs, first) => {
    expect(granted({ runs })).toEqual([first]);
  });

  it('takes turns set by set among equals', () => {
    const runs = [run('r', [set('ab'), set('cd')]), run('s', [set('cd'), set('ef')], { createdAtMs: 1 })];
    expect(granted({ runs })).toEqual(['r:ab', 's:cd', 's:ef']);
  });

  it('keeps the nodes of a starving set free for it', () => {
    const starving: Reason = { code: 'REPLICA_BUSY', replicas: [...'abc'], evidence: '', sinceMs: NOW - 120_000 };
    const hosts = [host('c', { tasks: [{ runId: 'x', coordinator: 'c' }] })];
    const runs = [run('r', [set('ab'), set('abc'), set('de')])];
    expect(granted({ hosts, runs })).toEqual(['r:ab', 'r:de']);
    const previous = [[reasonKey('r', starving.replicas), starving]] as const;
    expect(granted({ hosts, runs, previous })).toEqual(['r:de']);
    expect(reasonsOf({ hosts, runs, previous }).map(({ evidence }) => evidence)).toContain(
      'node-a is kept free for run r, which waited longer',
    );
  });
});

describe('admission of a longer list', () => {
  const busy = [...'abc'].map((hostId) =>
    host(hostId, { tasks: [{ runId: 'r', coordinator: 'a' }], coordinates: hostId === 'a' }),
  );
  const hungry = [{ hostId: 'a', runId: 'r', set: set('abc') }];

  it('goes on while nobody else waits for the nodes', () => {
    expect(admit(input({ hosts: busy, runs: [run('r', []), run('s', [set('de')])], hungry })).extensions).toEqual([
      'a',
    ]);
  });

  it.each<[string, number, readonly string[]]>([
    ['equal', 50, []],
    ['higher', 60, []],
    ['lower', 40, ['a']],
  ])('ends for a waiting run of %s priority as it should', (_, priority, extensions) => {
    const runs = [run('r', []), run('s', [set('cd')], { priority })];
    expect(admit(input({ hosts: busy, runs, hungry })).extensions).toEqual(extensions);
  });

  it('ends when the run is paused or a replica may not go on', () => {
    const held = { code: 'RUN_PAUSED', evidence: '' } as const;
    expect(admit(input({ hosts: busy, runs: [run('r', [], { held })], hungry })).extensions).toEqual([]);
    const full = busy.map((one) => ({ ...one, pressure: { pendingCompactions: 999 } }));
    expect(admit(input({ hosts: full, runs: [run('r', [])], hungry })).extensions).toEqual([]);
  });
});
