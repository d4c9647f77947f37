import type { Keyspace, Node, Run, Sidecar } from '../api/client';

type Changes = Partial<Omit<Run, 'segments'>> & { readonly segments?: Partial<Run['segments']> };

export function aRun({ segments, ...changes }: Changes = {}): Run {
  return {
    id: '7f3a91c2-0000-4000-8000-000000000001',
    state: 'RUNNING',
    keyspace: 'shop',
    tables: ['orders', 'carts'],
    mode: 'full',
    parallelism: 'parallel',
    datacenters: [],
    hostIds: [],
    jobThreads: 1,
    intensity: 1,
    segmentTimeoutMs: 1_800_000,
    maxAttempts: 5,
    priority: 0,
    cause: '',
    createdBy: 'anna',
    createdAt: '2026-01-01T00:00:00Z',
    repairMs: 0,
    waiting: 0,
    ...changes,
    segments: { total: 8, done: 0, skipped: 0, failed: 0, running: 0, pending: 8, ...segments },
  };
}

export function aNode(number: number, changes: Partial<Node> = {}): Node {
  return {
    hostId: `00000000-0000-4000-8000-00000000000${number}`,
    address: `10.0.1.${number}:7000`,
    datacenter: 'dc1',
    rack: `r${number}`,
    up: true,
    state: 'NORMAL',
    releaseVersion: '5.0.9',
    tokens: 16,
    ...changes,
  };
}

export function aSidecar({ hostId, address, datacenter, rack }: Node, changes: Partial<Sidecar> = {}): Sidecar {
  return { hostId, address, datacenter, rack, seen: true, alive: true, leader: false, version: '0.1.0', ...changes };
}

export function aKeyspace(name: string, changes: Partial<Keyspace> = {}): Keyspace {
  const tables = ['orders', 'carts'].map((table) => ({
    name: table,
    gcGraceSeconds: 864_000,
    compaction: 'SizeTieredCompactionStrategy',
  }));
  return {
    name,
    replicationClass: 'NetworkTopologyStrategy',
    replicationFactors: { dc1: 3 },
    repairable: true,
    tables,
    ...changes,
  };
}
