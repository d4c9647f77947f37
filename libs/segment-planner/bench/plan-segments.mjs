// Time and memory of planning large clusters. Build first, then: node bench/plan-segments.mjs [case, 1 to 4]
// Memory is that of the whole process: with a case named, the peak is of that case alone.
import { planSegments } from '../dist/index.js';
import { estimatesOf, seededTopology } from '../dist/testing/index.js';

const GIB = 1024 ** 3;
const TABLES = ['orders', 'users', 'events', 'carts', 'prices', 'stock', 'visits', 'mails', 'audit', 'tokens'];

const cases = [
  { nodes: 1000, tokensPerNode: 16, sizing: { kind: 'auto' }, tables: 0 },
  { nodes: 1000, tokensPerNode: 16, sizing: { kind: 'auto' }, tables: 10 },
  { nodes: 1000, tokensPerNode: 16, sizing: { kind: 'count', segments: 64_000 }, tables: 10 },
  { nodes: 1000, tokensPerNode: 256, sizing: { kind: 'auto' }, tables: 0 },
];

const chosen =
  process.argv[2] === undefined ? cases : cases.slice(Number(process.argv[2]) - 1, Number(process.argv[2]));
for (const { nodes, tokensPerNode, sizing, tables } of chosen) {
  const topology = seededTopology({ nodes, tokensPerNode, replication: { dc1: 3, dc2: 3 } });
  const estimates = TABLES.slice(0, tables).flatMap((table) => estimatesOf(topology, table, GIB, 1_000_000));
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  const plan = planSegments({ ...topology, sizing, estimates });
  const elapsedMs = Math.round(performance.now() - startedAt);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${nodes} nodes x ${tokensPerNode} tokens, ${sizing.kind}, ${tables} tables: ${plan.segments.length} segments of ` +
      `${plan.replicaSets.length} replica sets in ${elapsedMs} ms; peak ${Math.round(peak)} MiB, ` +
      `${Math.round(before / 1024 ** 2)} MiB of them before planning`,
  );
}
