import { FakeCassandra } from '../testing/fake-cassandra.js';
import { CassandraMBeans } from './cassandra-mbeans.js';
import { AccessDeniedError } from './mbean.js';

async function mbeans(node: FakeCassandra): Promise<CassandraMBeans> {
  return CassandraMBeans.of(await node.open());
}

describe('CassandraMBeans', () => {
  it.each([
    ['3.11.19', []],
    ['4.0.19', ['repairService', 'gossiper']],
    ['5.0.9', ['repairService', 'gossiper', 'autoRepairService']],
  ] as const)('%s has what it offers', async (release, expected) => {
    const views = await mbeans(new FakeCassandra(release));
    const optional = ['repairService', 'gossiper', 'autoRepairService'] as const;
    expect(optional.filter((name) => views[name] !== undefined)).toEqual(expected);
  });

  it('reads running compactions and validations', async () => {
    const task = new Map([
      ['id', 'a'],
      ['compactionId', 'b'],
      ['keyspace', 'ks'],
      ['columnfamily', 't'],
      ['taskType', 'Validation'],
      ['completed', '10'],
      ['total', '30'],
      ['unit', 'bytes'],
    ]);
    const node = new FakeCassandra().set('org.apache.cassandra.db:type=CompactionManager', { Compactions: [task] });
    expect(await (await mbeans(node)).compactionManager.running()).toEqual([
      { id: 'b', keyspace: 'ks', table: 't', kind: 'Validation', completed: 10, total: 30, unit: 'bytes' },
    ]);
  });

  it.each([
    ['4.0+', { peer: '10.0.0.2', peer_port: 7000 }, '10.0.0.2:7000'],
    ['3.11', { peer: '/10.0.0.2' }, '10.0.0.2'],
  ])('reads running streams of %s', async (_release, session, peer) => {
    const plan = {
      planId: 'p',
      description: 'Repair',
      sessions: [session],
      currentRxBytes: 1n,
      totalRxBytes: 2n,
      currentTxBytes: 3n,
      totalTxBytes: 4n,
    };
    const node = new FakeCassandra().set('org.apache.cassandra.net:type=StreamManager', {
      CurrentStreams: new Set([plan]),
    });
    expect(await (await mbeans(node)).streamManager.running()).toEqual([
      {
        planId: 'p',
        purpose: 'Repair',
        peers: [peer],
        receivedBytes: 1,
        bytesToReceive: 2,
        sentBytes: 3,
        bytesToSend: 4,
      },
    ]);
  });

  it('reads which releases the cluster runs', async () => {
    const node = new FakeCassandra().set('org.apache.cassandra.net:type=Gossiper', {
      ReleaseVersionsWithPort: new Map([['5.0.9', ['10.0.0.1:7000']]]),
    });
    expect(await (await mbeans(node)).gossiper?.releaseVersions()).toEqual(new Map([['5.0.9', ['10.0.0.1:7000']]]));
  });

  it('reads how much of a table is repaired', async () => {
    const metric = 'org.apache.cassandra.metrics:type=Table,keyspace=ks,scope=t,name=PercentRepaired';
    const node = new FakeCassandra().set(metric, { Value: 12.5 });
    expect(await (await mbeans(node)).metrics.percentRepaired('ks', 't')).toBe(12.5);
  });

  it.each<[string, unknown, string]>([
    ['a number', 7, 'LocalHostId should be a text but is "7"'],
    ['a list', [], 'LocalHostId should be a text but is a Array'],
  ])('refuses %s where a text belongs', async (_what, value, message) => {
    const node = new FakeCassandra().set('org.apache.cassandra.db:type=StorageService', { LocalHostId: value });
    await expect((await mbeans(node)).storageService.localHostId()).rejects.toThrow(message);
  });

  it('refuses a number that does not fit', async () => {
    const node = new FakeCassandra().set('java.lang:type=Runtime', { StartTime: 2n ** 60n });
    await expect((await mbeans(node)).jvmRuntime.startTimeMs()).rejects.toThrow('StartTime should be a whole number');
  });

  it('names the attributes that the node did not tell', async () => {
    const node = new FakeCassandra();
    await expect((await mbeans(node)).storageService.ringDirectory()).rejects.toThrow(/PartitionerName, Keyspaces/);
  });

  it.each<[string, string, (views: CassandraMBeans) => Promise<unknown>]>([
    ['an attribute', "LocalHostId, which needs SELECT ON MBEAN 'org", (views) => views.storageService.localHostId()],
    ['attributes', 'Datacenter, Rack, which needs SELECT', (views) => views.endpointSnitch.ownLocation()],
    ['an operation', 'getDatacenter, which needs EXECUTE', (views) => views.endpointSnitch.location('10.0.0.1')],
    ['a metric', "SELECT ON MBEAN 'org.apache.cassandra.metrics:", (views) => views.metrics.pendingCompactions()],
    [
      'notifications',
      'DESCRIBE ON ALL MBEANS',
      (views) => views.storageService.listen({ notification: () => undefined, lost: () => undefined }),
    ],
  ])('names the permission that %s needs', async (_what, message, ask) => {
    const node = new FakeCassandra();
    const views = await mbeans(node);
    node.denied = true;
    const failure = ask(views);
    await expect(failure).rejects.toThrow(AccessDeniedError);
    await expect(failure).rejects.toThrow(message);
  });
});
