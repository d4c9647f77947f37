import fc from 'fast-check';

import { arbitraryPartitioner, arbitraryToken } from '../testing/index.js';
import { PARTITIONERS } from './partitioner.js';
import { advanceToken, parseToken, tokenDistance } from './token.js';

const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;

describe('parseToken', () => {
  it('reads back every token that is printed', () => {
    fc.assert(
      fc.property(partitionerAndTokens(1), ({ partitioner, tokens: [token = 0n] }) => {
        expect(parseToken(partitioner, String(token))).toBe(token);
      }),
    );
  });

  it.each([
    [murmur3, '-9223372036854775809'],
    [murmur3, '9223372036854775808'],
    [random, '-1'],
    [random, '170141183460469231731687303715884105729'],
    [random, '9'.repeat(39)],
    [murmur3, '9'.repeat(100_000)],
    [murmur3, ''],
    [murmur3, ' 1'],
    [murmur3, '1\n'],
    [murmur3, '+1'],
    [murmur3, '-0'],
    [murmur3, '01'],
    [murmur3, '1.0'],
    [murmur3, '1e3'],
    [murmur3, '0x10'],
    [murmur3, '1n'],
    [murmur3, '１'],
  ])('refuses a token outside the partitioner or in another notation (%#)', (partitioner, text) => {
    expect(() => parseToken(partitioner, text)).toThrow(
      expect.objectContaining({
        code: 'INVALID_TOKEN',
        details: expect.objectContaining({ token: text.slice(0, 60), partitioner: partitioner.name }),
      }),
    );
  });
});

describe('steps round the ring', () => {
  it('lead from any token to any other and stay on the ring', () => {
    fc.assert(
      fc.property(partitionerAndTokens(2), ({ partitioner, tokens: [from = 0n, to = 0n] }) => {
        const steps = tokenDistance(partitioner, from, to);
        expect(steps >= 0n && steps < partitioner.ringSize).toBe(true);
        expect(advanceToken(partitioner, from, steps)).toBe(to);
        expect(advanceToken(partitioner, from, partitioner.ringSize)).toBe(from);
      }),
    );
  });

  it('go from the last token to the first in one', () => {
    for (const partitioner of [murmur3, random]) {
      expect(tokenDistance(partitioner, partitioner.maxToken, partitioner.minToken)).toBe(1n);
      expect(advanceToken(partitioner, partitioner.maxToken, 1n)).toBe(partitioner.minToken);
    }
  });
});

function partitionerAndTokens(count: number) {
  return arbitraryPartitioner().chain((partitioner) =>
    fc.record({
      partitioner: fc.constant(partitioner),
      tokens: fc.array(arbitraryToken(partitioner), { minLength: count, maxLength: count }),
    }),
  );
}
