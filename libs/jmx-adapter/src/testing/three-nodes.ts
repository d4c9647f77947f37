import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORAGE_SERVICE } from '../mbeans/storage-service.js';
import { FakeCassandra } from './fake-cassandra.js';

export const FAILURE_DETECTOR = 'org.apache.cassandra.net:type=FailureDetector';
export const ENDPOINT_SNITCH = 'org.apache.cassandra.db:type=EndpointSnitchInfo';

export const STREAM_MANAGER = 'org.apache.cassandra.net:type=StreamManager';
export const HINTS_SERVICE = 'org.apache.cassandra.hints:type=HintsService';
export const HINT_DELIVERIES =
  'org.apache.cassandra.metrics:type=ThreadPools,path=internal,scope=HintsDispatcher,name=ActiveTasks';

export const HOST_IDS = [
  '01e99d43-47ad-4a99-8b7b-703741ee8458',
  '6bdc9237-2bc6-493b-b9c3-77748bad56eb',
  '9a682859-66c5-43fb-a2b3-fddfcc5ce27a',
] as const;

/** Text that a real node printed, see `testdata`. */
export function recordedStates(name: string): string {
  return readFileSync(join(__dirname, '..', 'testdata', `endpoint-states-${name}.txt`), 'utf8');
}

/** Node 1 of three, as 5.0.9 (or 3.11 without ports) describes itself; node 3 is down. One token each: 0, 100, 200. */
export function threeNodes(release: '5.0.9' | '3.11.19' = '5.0.9'): FakeCassandra {
  const withPort = release === '5.0.9';
  const port = withPort ? ':7000' : '';
  const suffix = withPort ? 'WithPort' : '';
  const [a, b, c] = [`10.0.0.1${port}`, `10.0.0.2${port}`, `10.0.0.3${port}`] as const;
  const node = new FakeCassandra(release)
    .set(STORAGE_SERVICE, {
      ClusterName: 'test',
      PartitionerName: 'org.apache.cassandra.dht.Murmur3Partitioner',
      LocalHostId: HOST_IDS[0],
      OperationMode: 'NORMAL',
      [withPort ? 'EndpointWithPortToHostId' : 'EndpointToHostId']: new Map([
        [c, HOST_IDS[2]],
        [a, HOST_IDS[0]],
        [b, HOST_IDS[1]],
      ]),
      [`LiveNodes${suffix}`]: [a, b],
      [`JoiningNodes${suffix}`]: [],
      [`LeavingNodes${suffix}`]: [],
      [`MovingNodes${suffix}`]: [],
      [`TokenToEndpoint${suffix}Map`]: new Map([
        ['0', a],
        ['100', b],
        ['200', c],
      ]),
      AllDataFileLocations: ['/data/1', '/data/2'],
      Keyspaces: ['system', 'ks'],
      NonLocalStrategyKeyspaces: ['ks'],
    })
    .set(FAILURE_DETECTOR, { [`AllEndpointStates${suffix}`]: recordedStates(withPort ? '5.0' : '3.11') })
    .set(ENDPOINT_SNITCH, { Datacenter: 'dc1', Rack: 'r1' })
    .set('java.lang:type=Runtime', { StartTime: 1_795_357_890_216n })
    .set('org.apache.cassandra.metrics:type=Compaction,name=PendingTasks', { Value: 3 })
    .set(HINT_DELIVERIES, { Value: 0 })
    .set(STREAM_MANAGER, { CurrentStreams: new Set() });
  if (withPort) node.set(HINTS_SERVICE, { PendingHints: [] });
  node.on(STORAGE_SERVICE, 'getKeyspaceReplicationInfo', () => 'SimpleStrategy {2}');
  node.on(STORAGE_SERVICE, `getRangeToEndpoint${suffix}Map`, () => ring(a, b, c));
  if (withPort) node.on('org.apache.cassandra.db:type=RepairService', 'parentRepairSessionsCount', () => 1);
  return node;
}

/** RF 2: each range is on the node that owns its end and on the next one. Not in ring order, as maps of Java are. */
function ring(a: string, b: string, c: string): Map<string[], string[]> {
  return new Map([
    [
      ['100', '200'],
      [c, a],
    ],
    [
      ['200', '0'],
      [a, b],
    ],
    [
      ['0', '100'],
      [b, c],
    ],
  ]);
}
