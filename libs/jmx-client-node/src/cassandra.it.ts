import { readFileSync } from 'node:fs';
import { type Cluster, startCluster } from '@reaper-sidecar/cassandra-rig';
import { JmxConnection } from './index.js';
import { canonicalValue } from './testing/canonical-value.js';
import { attributeKey, type AttributeTexts, JavaAttributeDump } from './testing/java-attribute-dump.js';
import { JavaTestServers } from './testing/java-server.js';

/** Every MBean of a node: some 12,000 with 68,000 attributes. */
const EVERYTHING = '*:*';
const LANES = 4;
let cluster: Cluster;
let servers: JavaTestServers;
let connection: JmxConnection;

beforeAll(async () => {
  [cluster, servers] = await Promise.all([startCluster({ nodes: 1 }), JavaTestServers.compile()]);
  connection = await JmxConnection.connect({ host: '127.0.0.1', port: node().jmxPort });
}, 300_000);

afterAll(async () => {
  await connection?.close();
  await servers?.dispose();
  await cluster?.wipe();
}, 60_000);

function node() {
  const [first] = cluster.nodes;
  if (first === undefined) throw new Error('The cluster has no node');
  return first;
}

/** The class path of the node, so that the Java client knows the classes it sends. */
function classPathOf(pid: number | undefined): string {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return args[args.indexOf('-cp') + 1] ?? '';
}

async function readAll(): Promise<AttributeTexts> {
  const texts: AttributeTexts = new Map();
  const names = (await connection.queryNames(EVERYTHING))[Symbol.iterator]();
  const lane = async () => {
    for (const name of names) {
      const { attributes } = await connection.getMBeanInfo(name);
      const readable = attributes.filter((attribute) => attribute.readable).map((attribute) => attribute.name);
      for (const [attribute, value] of await connection.getAttributes(name, readable)) {
        texts.set(attributeKey(name.canonicalName, attribute), canonicalValue(value));
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return texts;
}

it('reads every attribute of every MBean of Cassandra exactly as the client of the JDK does', async () => {
  const java = await JavaAttributeDump.connect(servers, node().jmxPort, EVERYTHING, classPathOf(node().pid));
  const before = await java.read();
  const ours = await readAll();
  const after = await java.read();
  await java.close();
  const stable = [...before].filter(([key, text]) => after.get(key) === text);
  const different = stable.filter(([key, text]) => ours.get(key) !== text);
  const opaque = [...ours].filter(([, text]) => text.includes('opaque '));
  expect(stable.length).toBeGreaterThan(10_000);
  expect(stable.length / before.size).toBeGreaterThan(0.9);
  expect(opaque).toEqual([]);
  expect(different.filter(([key, text]) => shape(text) !== shape(ours.get(key) ?? 'missing'))).toEqual([]);
  // Some attributes are reset by reading, and gauges may change and change back between the two Java readings.
  expect(different.length / stable.length).toBeLessThan(0.001);
}, 300_000);

/** The text with all doubles alike and all longs alike: what remains of a value that changed by itself. */
function shape(text: string): string {
  const kinds = text.replace(/\b[0-9a-f]{16}\b/g, 'double').replace(/-?\b\d+n/g, 'long');
  return kinds.replace(/\[(?:long(?:,long)*)?\]/g, '[longs]');
}
