import fc from 'fast-check';
import { spreadTokens } from './tokens.js';

const smallest = -(2n ** 63n);
const sizes = fc.record({ nodes: fc.integer({ min: 1, max: 40 }), perNode: fc.integer({ min: 1, max: 32 }) });

/** Tokens in ring order, each with the position of its node. */
function ring(tokens: string[][]) {
  const all = tokens.flatMap((list, owner) => list.map((token) => ({ token: BigInt(token), owner })));
  return all.sort((a, b) => (a.token < b.token ? -1 : 1));
}

describe('spreadTokens', () => {
  it('puts the only token of a single node half way round the ring', () => {
    expect(spreadTokens(1, 1)).toEqual([['0']]);
  });

  it('gives two nodes with two tokens every second quarter', () => {
    expect(spreadTokens(2, 2)).toEqual([
      ['-6917529027641081856', '2305843009213693952'],
      ['-2305843009213693952', '6917529027641081856'],
    ]);
  });

  it('lets the nodes take turns around the ring', () => {
    fc.assert(
      fc.property(sizes, ({ nodes, perNode }) => {
        const owners = ring(spreadTokens(nodes, perNode)).map(({ owner }) => owner);
        expect(owners).toEqual(Array.from({ length: nodes * perNode }, (_, k) => k % nodes));
      }),
    );
  });

  it('spaces all tokens evenly, the wrapping range included', () => {
    fc.assert(
      fc.property(sizes, ({ nodes, perNode }) => {
        const tokens = ring(spreadTokens(nodes, perNode)).map(({ token }) => token);
        const even = 2n ** 64n / BigInt(tokens.length);
        const gaps = tokens.map((token, k) => BigInt.asUintN(64, (tokens[(k + 1) % tokens.length] ?? 0n) - token));
        if (tokens.length > 1) expect(gaps.filter((gap) => gap < even || gap > even + 1n)).toEqual([]);
      }),
    );
  });

  it('never uses the minimum of the partitioner, so that one range wraps', () => {
    fc.assert(
      fc.property(sizes, ({ nodes, perNode }) => {
        const tokens = spreadTokens(nodes, perNode).flat();
        expect(tokens).not.toContain(smallest.toString());
        expect(tokens.map((token) => BigInt.asIntN(64, BigInt(token)).toString())).toEqual(tokens);
      }),
    );
  });
});
