import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { fullestDirectory } from './disk-space.js';

describe('fullestDirectory', () => {
  it('reads the file system of this machine', async () => {
    const space = await fullestDirectory([tmpdir()]);
    expect(space?.freeBytes).toBeGreaterThan(0);
    expect(space?.freePercent).toBeLessThanOrEqual(100);
  });

  it('is the one with the smallest share, whatever the order', async () => {
    const size = fc.record({
      blocks: fc.integer({ min: 1, max: 1_000 }),
      free: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 1, maxLength: 5 }), async (sizes) => {
        const read = async (path: string) => {
          const { blocks, free } = sizes[Number(path)] ?? { blocks: 1, free: 0 };
          const bfree = Math.floor(blocks * free);
          return { bsize: 1, blocks, bfree, bavail: bfree };
        };
        const paths = sizes.map((_, index) => String(index));
        const found = await fullestDirectory(paths, read);
        const shares = sizes.map(({ blocks, free }) => (100 * Math.floor(blocks * free)) / blocks);
        expect(found?.freePercent).toBe(Math.min(...shares));
        expect((await fullestDirectory([...paths].reverse(), read))?.freePercent).toBe(found?.freePercent);
      }),
    );
  });
});
