import { hasEnded, inspectIdentity, inspectProcess, parseStat } from './process-identity.js';

const stat = (name: string, state: string, threads: number) =>
  `77 (${name}) ${state} 1 77 77 0 -1 4194560 9 0 0 0 150 25 0 0 20 0 ${threads} 0 654321 1000 20`;

describe('parseStat', () => {
  it.each(['java', 'a b', 'evil) Z 1 (', 'x)'])('reads past the command name %p', (name) => {
    expect(parseStat(77, stat(name, 'S', 40))).toEqual({
      pid: 77,
      state: 'S',
      threads: 40,
      startTicks: '654321',
      cpuTicks: 175,
    });
  });

  it('says nothing about a line that is too short', () => {
    expect(parseStat(77, '77 (java) S 1')).toBeUndefined();
  });
});

describe('hasEnded', () => {
  it.each([
    ['S', 40, false],
    ['T', 40, false],
    ['Z', 2, false],
    ['Z', 1, true],
    ['X', 1, true],
  ])('in state %s with %i threads: %p', (state, threads, ended) => {
    expect(hasEnded({ pid: 1, startTicks: '1', cpuTicks: 0, state, threads })).toBe(ended);
  });
});

describe('inspectIdentity', () => {
  const own = inspectProcess(process.pid);

  it('finds this very process', () => {
    expect(own && inspectIdentity(own)).toMatchObject({ pid: process.pid });
  });

  it('does not take another process with the same pid for it', () => {
    expect(inspectIdentity({ pid: process.pid, startTicks: '1' })).toBeUndefined();
  });

  it('finds nothing for a pid that nobody has', () => {
    expect(inspectProcess(2 ** 22 + 1)).toBeUndefined();
  });
});
