const ringSize = 2n ** 64n;
const smallest = -(2n ** 63n);

/**
 * Evenly spread tokens, nodes taking turns: token k of `nodes * perNode` belongs to node `k mod nodes`.
 *
 * The first token is half a step above the minimum of the Murmur3 partitioner. On the minimum itself there would be no
 * range that wraps around the end of the ring, and that is one worth testing.
 *
 * @returns for every node its tokens as decimal text, ascending
 */
export function spreadTokens(nodes: number, perNode: number): string[][] {
  const total = BigInt(nodes) * BigInt(perNode);
  const tokenAt = (k: number) => (smallest + ((2n * BigInt(k) + 1n) * (ringSize / 2n)) / total).toString();
  return Array.from({ length: nodes }, (_, node) =>
    Array.from({ length: perNode }, (_, turn) => tokenAt(turn * nodes + node)),
  );
}
