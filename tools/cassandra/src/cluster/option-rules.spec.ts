import { checkOptions, type ClusterOptions, settingsOf } from './cluster-options.js';
import { findMistakes } from './option-rules.js';

describe('findMistakes', () => {
  it.each<[ClusterOptions]>([
    [{}],
    [{ nodes: 1 }],
    [{ nodes: 100, jmxBase: 7100, version: '6.0-alpha2' }],
    [
      {
        datacenters: [
          { name: 'a', nodes: 2 },
          { name: 'b', nodes: 1 },
        ],
        nodes: 3,
      },
    ],
    [{ prefix: '127.255.0.', heap: '1g', yaml: { auto_snapshot: null }, jvmFlags: ['-Dx=y z'] }],
    [{ home: '/tmp/a b', cacheDirectory: 'relative/is/fine' }],
  ])('finds none in %j', (options) => {
    expect(findMistakes(options)).toEqual([]);
  });

  it.each<[ClusterOptions, RegExp]>([
    [{ nodes: 0 }, /^nodes is 0, not a whole number from 1 to 100$/],
    [{ nodes: 2.5 }, /^nodes is 2.5/],
    [{ tokens: 257 }, /^tokens is 257/],
    [{ racks: 0 }, /^racks is 0/],
    [{ version: '5.1.0' }, /^version "5.1.0" is not one of Cassandra 3.11, 4.0, 4.1, 5.0, 6.0$/],
    [{ datacenters: [] }, /^datacenters is empty$/],
    [{ datacenters: [{ name: 'a', nodes: 1 }], nodes: 2 }, /^datacenters have 1 nodes together, but nodes is 2$/],
    [
      {
        datacenters: [
          { name: 'a', nodes: 1 },
          { name: 'a', nodes: 1 },
        ],
      },
      /^a datacenter is named twice$/,
    ],
    [{ datacenters: [{ name: 'a\nrack=r9', nodes: 1 }] }, /is not a plain name$/],
    [{ heap: '64m' }, /^heap 64m is less than 128m/],
    [{ heap: 'much' }, /^heap "much" is not a size/],
    [{ prefix: '10.0.0.' }, /^prefix "10.0.0." is not of the form/],
    [{ prefix: '127.0.0.1' }, /^prefix "127.0.0.1" is not of the form/],
    [{ prefix: '127.0.300.' }, /^prefix/],
    [{ jmxBase: 65_500, nodes: 2 }, /^jmxBase 65500 leaves no port for JMX of node 2$/],
    [{ cqlPort: 80 }, /^cqlPort is 80/],
    [{ storagePort: 9042 }, /^cqlPort and storagePort are both 9042$/],
    [{ yaml: { listen_address: '0.0.0.0' } }, /^yaml listen_address is set by the option prefix$/],
    [{ yaml: { 'a: b': 1 } }, /is not a setting name$/],
    [{ jvmFlags: ['Main'] }, /^jvmFlags "Main" is not a flag$/],
    [{ jvmFlags: ['-Da\n-Db'] }, /is not a flag$/],
    [{ home: '' }, /^home "" is empty/],
    [{ cacheDirectory: '/a:/b' }, /^cacheDirectory "\/a:\/b"/],
    [{ detached: true }, /^detached nodes need a home/],
    [{ readyTimeoutMs: 10 }, /^readyTimeoutMs is 10/],
  ])('finds the one in %j', (options, mistake) => {
    expect(findMistakes(options)).toEqual([expect.stringMatching(mistake)]);
  });
});

describe('checkOptions', () => {
  it('names all mistakes at once', () => {
    expect(() => checkOptions({ nodes: 0, heap: '1m', version: 'x' })).toThrow(
      /^Invalid cluster options: nodes is 0.*; version "x" .*; heap 1m is less/,
    );
  });
});

describe('settingsOf', () => {
  it('fills in the defaults', () => {
    expect(settingsOf({}, { prefix: '127.0.0.', jmxBase: 7100 })).toEqual({
      version: '5.0.9',
      tokens: 4,
      racks: 1,
      heap: '384m',
      hints: false,
      prefix: '127.0.0.',
      jmxBase: 7100,
      cqlPort: 9042,
      storagePort: 7000,
      yaml: {},
      jvmFlags: [],
      jmxAuth: false,
      jmxTls: false,
      cqlAuth: false,
    });
  });
});
