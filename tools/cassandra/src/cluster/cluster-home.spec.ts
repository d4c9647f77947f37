import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterHome } from './cluster-home.js';
import { settingsOf } from './cluster-options.js';

const settings = settingsOf({}, { prefix: '127.0.0.', jmxBase: 7100 });

describe('the home of a cluster', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'rig-home-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('keeps the record of the cluster', () => {
    const home = new ClusterHome(directory);
    expect(home.read()).toBeUndefined();
    const record = { format: 1, formed: true, settings, nodes: [] } as const;
    home.write(record);
    expect(home.read()).toEqual(record);
  });

  it.each(['', '{', 'null', '{"format":2,"nodes":[]}', '{"format":1}'])(
    'reports a record that is %p as damaged',
    (text) => {
      writeFileSync(join(directory, 'cluster.json'), text);
      expect(() => new ClusterHome(directory).read()).toThrow(expect.objectContaining({ code: 'CLUSTER_DAMAGED' }));
    },
  );

  it('clears what is its own and nothing else', () => {
    const home = new ClusterHome(directory);
    home.create();
    home.write({ format: 1, formed: true, settings, nodes: [] });
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    home.clear(false);
    expect(home.read()).toBeUndefined();
    expect(existsSync(home.node(1).directory)).toBe(false);
    expect(existsSync(join(directory, 'notes.txt'))).toBe(true);
    home.clear(true);
    expect(existsSync(directory)).toBe(false);
  });
});
