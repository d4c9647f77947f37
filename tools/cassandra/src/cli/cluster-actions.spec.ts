import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterHome } from '../cluster/cluster-home.js';
import { settingsOf } from '../cluster/cluster-options.js';
import { ClusterActions, clusterOptions } from './cluster-actions.js';

describe('the options of a cluster from the command line', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'rig-cli-'))));
  afterEach(() => rmSync(home, { recursive: true }));

  it('put a new cluster where everybody expects Cassandra', () => {
    expect(clusterOptions(undefined, { home })).toEqual({ home, prefix: '127.0.0.', jmxBase: 7100 });
  });

  it('let flags win', () => {
    const flags = {
      home,
      prefix: '127.0.8.',
      dcs: [{ name: 'a', nodes: 1 }],
      set: { a: 1 },
      jvm: ['-Dx'],
      hints: true,
    };
    expect(clusterOptions(1, flags)).toEqual({
      home,
      nodes: 1,
      prefix: '127.0.8.',
      jmxBase: 7100,
      datacenters: [{ name: 'a', nodes: 1 }],
      yaml: { a: 1 },
      jvmFlags: ['-Dx'],
      hints: true,
    });
  });

  it('leave a cluster that exists where it is', () => {
    const settings = settingsOf({}, { prefix: '127.0.9.', jmxBase: 9100 });
    new ClusterHome(home).write({ format: 1, formed: true, settings, nodes: [] });
    expect(clusterOptions(undefined, { home })).toEqual({ home });
  });
});

describe('stopping and wiping', () => {
  it.each(['stop', 'wipe'] as const)('%s is content if there is no cluster', async (command) => {
    const printed: string[] = [];
    const out = { write: (text: string) => printed.push(text) };
    const actions = new ClusterActions({ out, err: out }, () => Promise.resolve());
    await actions[command]({ home: join(tmpdir(), 'no-such-cluster-home') });
    expect(printed).toEqual(['there is no cluster\n']);
  });
});
