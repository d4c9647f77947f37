import { Tally } from './tally.js';

describe('Tally', () => {
  const document = {
    paths: {
      '/runs/{runId}': { get: { operationId: 'getRun' } },
      '/runs/plan': { get: { operationId: 'planRun' } },
    },
  };

  it('knows which operations were called and succeeded, by caller', () => {
    const tally = new Tally(document);
    tally.count('viewer', 'GET', '/runs/plan?a=1', 200);
    tally.count('viewer', 'GET', '/runs/7', 404);
    tally.count('viewer', 'GET', '/elsewhere', 404);
    expect(tally.requests).toBe(3);
    expect(tally.neverCalled('viewer')).toEqual([]);
    expect(tally.neverSucceeded('viewer')).toEqual(['getRun']);
    expect(tally.neverCalled('operator')).toEqual(['planRun', 'getRun']);
  });

  it('counts server errors of every path', () => {
    const tally = new Tally(document);
    tally.count('nobody', 'GET', '/elsewhere', 503);
    tally.count('nobody', 'GET', '/runs/7', 499);
    expect(tally.serverErrors).toBe(1);
  });
});
