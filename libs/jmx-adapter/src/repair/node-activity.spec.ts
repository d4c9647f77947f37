import { NodeUnreachableError } from '@reaper-sidecar/repair-core';
import { type FakeCassandra } from '../testing/fake-cassandra.js';
import { connectionClosed } from '../testing/jmx-errors.js';
import { STORAGE_SERVICE } from '../mbeans/storage-service.js';
import { testConnection } from '../testing/test-connection.js';
import { HINTS_SERVICE, HINT_DELIVERIES, HOST_IDS, STREAM_MANAGER, threeNodes } from '../testing/three-nodes.js';
import { JmxRepairNode } from './jmx-repair-node.js';

const AUTO_REPAIR = 'org.apache.cassandra.db:type=AutoRepairService';
/** As 5.0.9 prints it, shortened. */
const AUTO_REPAIR_TEXT = `repair scheduler configuration:
\trepair_check_interval: 5m
configuration for repair_type: full
\tenabled: true
\tmin_repair_interval: 24h
configuration for repair_type: incremental
\tenabled: false
configuration for repair_type: preview_repaired
\tenabled: false`;

/** 100 blocks of 10 bytes, 5 of them reserved; the free ones by path. */
function disk(free: Readonly<Record<string, number>>) {
  return async (path: string) => {
    const bfree = free[path];
    if (bfree === undefined) throw new Error(`ENOENT: ${path}`);
    return { bsize: 10, blocks: 100, bfree, bavail: Math.max(0, bfree - 5) };
  };
}

const FREE = disk({ '/data/1': 55, '/data/2': 24 });

function activityOf(cassandra: FakeCassandra, readFileSystem = FREE) {
  return new JmxRepairNode(testConnection(cassandra).connection, readFileSystem).activity();
}

function streams(...purposes: string[]): Set<unknown> {
  const bytes = { currentRxBytes: 0n, totalRxBytes: 0n, currentTxBytes: 0n, totalTxBytes: 0n };
  return new Set(purposes.map((description) => ({ planId: 'p', description, sessions: [], ...bytes })));
}

const hints = (hostId: string, files: number) =>
  new Map([
    ['host_id', hostId],
    ['total_files', String(files)],
  ]);

/** Of a node that is well. */
const QUIET = {
  operationMode: 'NORMAL',
  pendingCompactions: 3,
  disk: { directory: '/data/2', freeBytes: 190, freePercent: 20 },
  otherStreams: { plans: 0, purposes: '' },
  hintDeliveries: 0,
};

describe('What a node is doing', () => {
  it('is told with all figures', async () => {
    expect(await activityOf(threeNodes())).toEqual({ ...QUIET, sessions: 1, hintFiles: 0 });
  });

  it('leaves out what 3.11 does not tell', async () => {
    expect(await activityOf(threeNodes('3.11.19'))).toEqual(QUIET);
  });

  it('names streams for other purposes than repair', async () => {
    const cassandra = threeNodes().set(STREAM_MANAGER, {
      CurrentStreams: streams('Repair', 'Bulk Load', 'Bootstrap', 'Bulk Load'),
    });
    expect((await activityOf(cassandra)).otherStreams).toEqual({ plans: 3, purposes: 'Bootstrap, Bulk Load' });
  });

  it('counts hints for nodes that are up, and those being delivered', async () => {
    const cassandra = threeNodes()
      .set(HINTS_SERVICE, { PendingHints: [hints(HOST_IDS[1], 4), hints(HOST_IDS[2], 30), hints('gone', 7)] })
      .set(HINT_DELIVERIES, { Value: 1 });
    expect(await activityOf(cassandra)).toMatchObject({ hintFiles: 4, hintDeliveries: 1 });
  });

  it.each<[string, () => Promise<object>, string]>([
    ['disk when a data directory is not shared', () => activityOf(threeNodes(), disk({ '/data/1': 50 })), 'disk'],
    [
      'disk when the node has no data directory',
      () => activityOf(threeNodes().set(STORAGE_SERVICE, { AllDataFileLocations: [] })),
      'disk',
    ],
    [
      'streams when their form is another one',
      () => activityOf(threeNodes().set(STREAM_MANAGER, { CurrentStreams: new Set([{}]) })),
      'otherStreams',
    ],
    [
      'hints when their form is another one',
      () => activityOf(threeNodes().set(HINTS_SERVICE, { PendingHints: [new Map()] })),
      'hintFiles',
    ],
  ])('knows nothing of the %s', async (_what, activity, figure) => {
    const seen = await activity();
    expect(seen).toHaveProperty('operationMode', 'NORMAL');
    expect(seen).not.toHaveProperty(figure);
  });

  it('is unknown altogether when the connection is lost', async () => {
    const cassandra = threeNodes();
    cassandra.refusals = [connectionClosed()];
    await expect(activityOf(cassandra)).rejects.toThrow(NodeUnreachableError);
  });

  it.each<[string, boolean, string, object]>([
    ['a type is enabled', false, AUTO_REPAIR_TEXT, { autoRepair: 'full' }],
    ['the scheduler is off', true, AUTO_REPAIR_TEXT, {}],
    ['no type is enabled', false, AUTO_REPAIR_TEXT.replace('true', 'false'), {}],
    ['the text is not understood', false, 'something new', { autoRepair: 'of an unknown type' }],
  ])('tells of the repair Cassandra does by itself when %s', async (_what, disabled, text, expected) => {
    const cassandra = threeNodes().set(AUTO_REPAIR, { AutoRepairDisabled: disabled, AutoRepairConfiguration: text });
    const activity = await activityOf(cassandra);
    expect(activity).toEqual({ ...QUIET, sessions: 1, hintFiles: 0, ...expected });
  });
});
