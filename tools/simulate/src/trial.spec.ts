import { Trial } from './trial.js';

jest.setTimeout(120_000);

describe('A trial', () => {
  it('keeps what must hold, under faults and edits', async () => {
    const figures = await new Trial(3, 3).run(0.1);
    expect(figures).toMatchObject({ seed: 3, violations: [] });
    expect(figures.virtualMs).toBeGreaterThanOrEqual(360_000);
    expect(figures.faults).toBeGreaterThan(10);
    expect(figures.commands).toBeGreaterThan(10);
    expect(Object.values(figures.runs).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2);
  });

  it('is the same for the same seed, so that a failure can be replayed', async () => {
    expect(await new Trial(5, 4).run(0.1)).toEqual(await new Trial(5, 4).run(0.1));
  });
});
