import { PARTITIONERS, type Partitioner, type PlanNode, type ReplicatedRange, type SizeEstimate } from '../index.js';
import { placeReplicas } from './place-replicas.js';

/** A cluster as the planner sees it. */
export interface Topology {
  readonly partitioner: Partitioner;
  readonly nodes: readonly PlanNode[];
  readonly ring: readonly ReplicatedRange[];
}

export interface SeededTopologyOptions {
  readonly partitioner?: Partitioner;
  readonly nodes: number;
  readonly tokensPerNode: number;
  /** Replicas by datacenter; nodes are dealt to the datacenters in turn. */
  readonly replication: Readonly<Record<string, number>>;
  readonly seed?: number;
}

/** A cluster of any size with pseudo-random tokens, the same for the same options. */
export function seededTopology(options: SeededTopologyOptions): Topology {
  const { partitioner = PARTITIONERS.Murmur3Partitioner, tokensPerNode, replication, seed = 1 } = options;
  const datacenters = Object.keys(replication);
  const nodes = Array.from({ length: options.nodes }, (_, index) => ({
    hostId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    datacenter: datacenters[index % datacenters.length] ?? 'dc1',
    rack: `r${Math.floor(index / datacenters.length) % 3}`,
  }));
  const tokens = distinctTokens(partitioner, nodes.length * tokensPerNode, seed);
  const owned = tokens.map((token, index) => ({ token, hostId: nodes[index % nodes.length]?.hostId ?? '' }));
  return { partitioner, nodes, ring: placeReplicas(nodes, owned, replication) };
}

/** One row per range of the ring, as all nodes together report them. */
export function estimatesOf(
  { ring }: Topology,
  table: string,
  bytesPerRange: number,
  partitionsPerRange: number,
): SizeEstimate[] {
  return ring.map(({ range }) => ({ table, range, bytes: bytesPerRange, partitions: partitionsPerRange }));
}

const MASK = 2n ** 64n - 1n;

function distinctTokens(partitioner: Partitioner, count: number, seed: number): bigint[] {
  const tokens = new Set<bigint>();
  for (let draw = BigInt(seed); tokens.size < count; draw++) {
    const high = splitMix64(2n * draw) << 64n;
    tokens.add(partitioner.minToken + ((high + splitMix64(2n * draw + 1n)) % partitioner.ringSize));
  }
  return [...tokens];
}

/** The mixing function of the generator SplitMix64: well spread values from consecutive numbers. */
function splitMix64(value: bigint): bigint {
  let mixed = (value * 0x9e3779b97f4a7c15n + 0x9e3779b97f4a7c15n) & MASK;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return mixed ^ (mixed >> 31n);
}
