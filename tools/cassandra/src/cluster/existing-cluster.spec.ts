import { type ClusterOptions, settingsOf } from './cluster-options.js';
import { type ClusterRecord } from './cluster-settings.js';
import { findConflicts } from './existing-cluster.js';

const node = (index: number, datacenter: string, tokens: string[] | null) => ({
  index,
  datacenter,
  rack: 'r1',
  version: '5.0.9',
  tokens,
});

const record: ClusterRecord = {
  format: 1,
  formed: true,
  settings: settingsOf({ yaml: { auto_snapshot: true } }, { prefix: '127.0.0.', jmxBase: 7100 }),
  nodes: [node(1, 'a', ['1']), node(2, 'a', ['2']), node(3, 'b', ['3']), node(4, 'b', null)],
};

describe('findConflicts', () => {
  it.each<[string, ClusterOptions]>([
    ['nothing', {}],
    ['what is there', { version: '5.0.9', hints: false, yaml: { auto_snapshot: true }, prefix: '127.0.0.' }],
    ['the nodes it began with', { nodes: 3 }],
    [
      'the data centres it began with',
      {
        datacenters: [
          { name: 'a', nodes: 2 },
          { name: 'b', nodes: 1 },
        ],
      },
    ],
    ['what does not shape a cluster', { readyTimeoutMs: 5000, verify: true, home: '/elsewhere' }],
  ])('has none with options that ask for %s', (_, options) => {
    expect(findConflicts(record, options)).toEqual([]);
  });

  it('names every option that asks for something else', () => {
    expect(findConflicts(record, { version: '4.1.10', nodes: 4, hints: true })).toEqual([
      'version is "5.0.9", not "4.1.10"',
      'hints is false, not true',
      'it has 3 nodes, not 4',
    ]);
  });

  it('compares data centres node by node', () => {
    const datacenters = [
      { name: 'a', nodes: 1 },
      { name: 'b', nodes: 2 },
    ];
    expect(findConflicts(record, { datacenters })).toEqual(['its nodes are in a, a, b, not in a, b, b']);
  });
});
