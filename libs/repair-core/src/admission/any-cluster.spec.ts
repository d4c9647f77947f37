import fc from 'fast-check';
import type { NodePressure } from '../model/node-state.js';
import { REASONS } from '../reasons/reason.js';
import { host, input, NOW, run, set } from '../testing/admission-cases.js';
import { reasonKey, type HostFacts, type HostTask } from './admission-input.js';
import { admit } from './admit.js';

describe('admission of any cluster', () => {
  const hostIds = [...'abcdef'];
  const mostly = <T, U>(usual: T, ...others: U[]) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant<T | U>(usual) }, fc.constantFrom<T | U>(...others));
  const anyPressure = fc.record({
    pendingCompactions: mostly(0, undefined, 500),
    disk: mostly({ directory: '/d', freeBytes: 9, freePercent: 50 }, undefined, {
      directory: '/d',
      freeBytes: 1,
      freePercent: 1,
    }),
    otherStreams: mostly({ plans: 0, purposes: '' }, undefined, { plans: 3, purposes: 'Rebuild' }),
    hintFiles: mostly(0, undefined, 99),
    hintDeliveries: mostly(0, undefined, 9),
    operationMode: mostly('NORMAL', undefined, 'MOVING'),
    unreachable: mostly(undefined, 'refused'),
    unreachableForMs: mostly(undefined, 10, 90_000),
  }) as fc.Arbitrary<NodePressure>;
  const anyTask = fc
    .record({
      coordinator: fc.constantFrom(...hostIds),
      cancelling: mostly(undefined, 'over time'),
      undeliveredForMs: mostly(undefined, 9),
    })
    .map((task) => ({ runId: 'x', ...task })) as fc.Arbitrary<HostTask>;
  const anyHost = (hostId: string) =>
    fc
      .record({
        node: mostly(
          { up: true, state: 'NORMAL', datacenter: 'dc1' },
          undefined,
          { up: false, state: 'NORMAL', datacenter: 'dc1' },
          { up: true, state: 'JOINING' },
        ),
        sidecar: mostly('live', 'silent', 'none'),
        silentForMs: fc.constantFrom(5_000, 40_000),
        gate: mostly({ open: true }, { open: false, why: 'fencing' }, { open: false, why: 'unwritable', opensInMs: 3 }),
        tasks: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(anyTask, { maxLength: 2 })),
        restsForMs: mostly(0, 5, 500_000),
        pressure: anyPressure,
        foreign: mostly(undefined, { kind: 'command', detail: 'nodetool', sinceMs: 0 }),
        coordinates: mostly(false, true),
      })
      .map((changes) => host(hostId, changes as Partial<HostFacts>));
  const anySet = fc.subarray(hostIds, { minLength: 1 }).map((participants) => set(participants.join('')));
  const anyRuns = fc
    .array(
      fc.record({ sets: fc.uniqueArray(anySet, { selector: ({ key }) => key }), priority: fc.constantFrom(40, 50) }),
      {
        maxLength: 3,
      },
    )
    .map((list) => list.map(({ sets, priority }, index) => run(`r${index}`, sets, { priority })));

  const anyInput = fc
    .record({
      hosts: fc.tuple(...hostIds.map(anyHost)),
      runs: anyRuns,
      maxRepairsPerNode: fc.integer({ min: 1, max: 2 }),
      requireLoadFigures: fc.boolean(),
      counts: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
    })
    .map(({ hosts, runs, counts, ...limits }) => {
      const keys = runs.flatMap(({ runId, sets }) => sets.map(({ participants }) => reasonKey(runId, participants)));
      const passedOver = keys.map((key, index) => [key, counts[index % counts.length] ?? 0] as const);
      return input({ hosts, runs, limits, passedOver });
    });

  it('respects the limit of every node', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { grants } = admit(given);
        const uses = grants.flatMap(({ setKey }) => [...setKey]);
        for (const one of given.hosts.values()) {
          const used = uses.filter((hostId) => hostId === one.hostId).length;
          if (used > 0) expect(used + one.tasks.length).toBeLessThanOrEqual(given.limits.maxRepairsPerNode);
          if (!one.node?.up || !one.gate.open) expect(used).toBe(0);
        }
        expect(new Set(grants.map(({ coordinator }) => coordinator)).size).toBe(grants.length);
      }),
      { numRuns: 300 },
    );
  });

  it('explains each set that it does not grant, once', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { grants, reasons } = admit(given);
        for (const one of given.runs) {
          const explained = (reasons.get(one.runId) ?? []).map(({ replicas }) => replicas.join(''));
          const started = grants.filter(({ runId }) => runId === one.runId).map(({ setKey }) => setKey);
          expect([...explained, ...started].sort()).toEqual(one.sets.map(({ key }) => key).sort());
        }
        for (const reason of [...reasons.values()].flat()) {
          expect(reason.evidence).not.toBe('');
          expect(reason.untilMs ?? NOW).toBeGreaterThanOrEqual(NOW);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer to the same question, and keeps the begin of what stays', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const first = admit(given);
        expect(admit(given)).toEqual(first);
        const told = [...first.reasons].flatMap(([runId, list]) =>
          list.map((reason) => [reasonKey(runId, reason.replicas), reason] as const),
        );
        const later = admit({ ...given, nowMs: NOW + 1_000, previous: new Map(told) });
        for (const reason of [...later.reasons.values()].flat()) expect(reason.sinceMs).toBe(NOW);
      }),
    );
  });
});

it('There are at most 40 codes', () => {
  expect(Object.keys(REASONS).length).toBeLessThanOrEqual(40);
});
