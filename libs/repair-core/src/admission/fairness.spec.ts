import fc from 'fast-check';
import type { Reason } from '../reasons/reason.js';
import { reasonKey, type AdmissionInput, type Grant, type HostFacts, type HostTask } from './admission-input.js';
import { admit } from './admit.js';
import { DEFAULT_ADMISSION_LIMITS, type AdmissionLimits } from './limits.js';

/** The machine may be busy. */
jest.setTimeout(120_000);

const HOSTS = [...'abcdefgh'];
const STEP_MS = 10_000;

/** A run whose sets always have more work. */
interface Endless {
  readonly priority: number;
  readonly sets: readonly string[];
}

interface Task extends Grant {
  readonly participants: string;
  readonly endsAt: number;
}

/** Admission over and over, with lists that take some steps and rests after them. */
class Operation {
  readonly grants: { readonly at: number; readonly grant: Grant }[] = [];
  #step = 0;
  #tasks: readonly Task[] = [];
  readonly #rests = new Map<string, number>();
  readonly #granted = new Map<string, number>();
  readonly #coordinated = new Map<string, number>();
  #reasons = new Map<string, Reason>();
  #passedOver: ReadonlyMap<string, number> = new Map();
  readonly #limits: AdmissionLimits;

  constructor(
    private readonly runs: readonly Endless[],
    private readonly lasts: (set: string, at: number) => number,
    limits: Partial<AdmissionLimits> = {},
    private readonly restSteps = 0,
  ) {
    this.#limits = { ...DEFAULT_ADMISSION_LIMITS, ...limits };
  }

  run(steps: number): this {
    for (; this.#step < steps; this.#step++) this.#once();
    return this;
  }

  tasks(): readonly Task[] {
    return this.#tasks;
  }

  #once(): void {
    for (const { endsAt, participants } of this.#tasks) {
      if (endsAt === this.#step) for (const id of participants) this.#rests.set(id, endsAt + this.restSteps);
    }
    this.#tasks = this.#tasks.filter(({ endsAt }) => endsAt > this.#step);
    const { grants, reasons, passedOver } = admit(this.#input());
    for (const grant of grants) this.#give(grant);
    const told = [...reasons].flatMap(([runId, list]) =>
      list.map((reason) => [reasonKey(runId, reason.replicas), reason] as const),
    );
    this.#reasons = new Map(told);
    this.#passedOver = passedOver;
  }

  #give(grant: Grant): void {
    const endsAt = this.#step + Math.max(1, this.lasts(grant.setKey, this.grants.length));
    this.grants.push({ at: this.#step, grant });
    this.#tasks = [...this.#tasks, { ...grant, participants: grant.setKey, endsAt }];
    this.#granted.set(grant.runId, this.grants.length);
    this.#coordinated.set(grant.coordinator, this.grants.length);
  }

  #input(): AdmissionInput {
    return {
      nowMs: this.#step * STEP_MS,
      limits: this.#limits,
      schemaVersions: ['v'],
      hosts: new Map(HOSTS.map((hostId) => [hostId, this.#host(hostId)])),
      neighbours: () => [],
      runs: this.runs.map(({ priority, sets }, index) => ({
        ...{ runId: `r${index}`, priority, createdAtMs: index, lastGranted: this.#granted.get(`r${index}`) ?? 0 },
        sets: sets
          .filter((key) => !this.#tasks.some(({ runId, setKey }) => runId === `r${index}` && setKey === key))
          .map((key) => ({ key, participants: [...key], ready: 1 })),
      })),
      hungry: [],
      previous: this.#reasons,
      passedOver: this.#passedOver,
    };
  }

  #host(hostId: string): HostFacts {
    const tasks: HostTask[] = this.#tasks
      .filter(({ participants }) => participants.includes(hostId))
      .map(({ runId, coordinator }) => ({ runId, coordinator }));
    return {
      ...{
        hostId,
        name: hostId,
        node: { up: true, state: 'NORMAL' as const, datacenter: 'dc1' },
        sidecar: 'live',
        silentForMs: 0,
      },
      ...{ gate: { open: true }, pressure: {}, tasks },
      coordinates: this.#tasks.some(({ coordinator }) => coordinator === hostId),
      restsForMs: Math.max(0, ((this.#rests.get(hostId) ?? 0) - this.#step) * STEP_MS),
      lastCoordinated: this.#coordinated.get(hostId) ?? 0,
    };
  }
}

const anySet = fc.subarray(HOSTS, { minLength: 2, maxLength: 4 }).map((ids) => ids.join(''));
const anySets = fc.uniqueArray(anySet, { minLength: 1, maxLength: 4 });
const anyRuns = fc.array(fc.record({ priority: fc.integer({ min: 0, max: 100 }), sets: anySets }), {
  minLength: 2,
  maxLength: 4,
});
const anyDurations = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 });
const anyOperation = fc.record({
  runs: anyRuns,
  durations: anyDurations,
  maxRepairsPerNode: fc.constantFrom(1, 1, 2),
  restSteps: fc.constantFrom(0, 0, 3),
});

const touches = (one: string, other: string) => [...one].some((id) => other.includes(id));

describe('admission in the long run', () => {
  it('gives every set its turn after a bounded number of grants to others, whatever the priorities', () => {
    fc.assert(
      fc.property(anyOperation, ({ runs, durations, maxRepairsPerNode, restSteps }) => {
        const lasts = (_: string, at: number) => durations[at % durations.length] ?? 1;
        const { grants } = new Operation(runs, lasts, { maxRepairsPerNode }, restSteps).run(150);
        const all = runs.flatMap(({ sets }, index) => sets.map((key) => ({ runId: `r${index}`, key })));
        // Up to the limit, then once for each set that may be overdue already, and for those of one round.
        const bound = DEFAULT_ADMISSION_LIMITS.maxPassedOver + all.length + maxRepairsPerNode * 4;
        for (const { runId, key } of all) {
          let passed = 0;
          for (const { grant } of grants) {
            const isOwn = grant.runId === runId && grant.setKey === key;
            passed = isOwn ? 0 : passed + (touches(grant.setKey, key) ? 1 : 0);
            expect(passed).toBeLessThanOrEqual(bound);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never lets a node take part in more than its limit, over all runs', () => {
    fc.assert(
      fc.property(anyOperation, ({ runs, durations, maxRepairsPerNode, restSteps }) => {
        const lasts = (_: string, at: number) => durations[at % durations.length] ?? 1;
        const operation = new Operation(runs, lasts, { maxRepairsPerNode }, restSteps);
        for (let step = 1; step <= 40; step++) {
          const tasks = operation.run(step).tasks();
          for (const hostId of HOSTS) {
            const parts = tasks.filter(({ participants }) => participants.includes(hostId));
            expect(parts.length).toBeLessThanOrEqual(maxRepairsPerNode);
            expect(tasks.filter(({ coordinator }) => coordinator === hostId).length).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('prefers the higher priority all the same', () => {
    const runs = [
      { priority: 10, sets: ['abc'] },
      { priority: 90, sets: ['abc', 'abd'] },
    ];
    const { grants } = new Operation(runs, () => 2).run(200);
    const low = grants.filter(({ grant }) => grant.runId === 'r0').length;
    expect(low).toBeGreaterThan(0);
    expect(low / grants.length).toBeLessThanOrEqual(1 / 8);
  });

  it('spreads the coordination of a set evenly over its replicas', () => {
    fc.assert(
      fc.property(anySet, anyDurations, (key, durations) => {
        const lasts = (_: string, at: number) => durations[at % durations.length] ?? 1;
        const { grants } = new Operation([{ priority: 50, sets: [key] }], lasts).run(80);
        const counts = [...key].map((id) => grants.filter(({ grant }) => grant.coordinator === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('spreads coordination over a ring of overlapping sets', () => {
    const sets = HOSTS.map((_, index) =>
      [0, 1, 2]
        .map((next) => HOSTS[(index + next) % HOSTS.length])
        .sort()
        .join(''),
    );
    const { grants } = new Operation([{ priority: 50, sets }], (_, at) => 1 + (at % 3)).run(300);
    const counts = HOSTS.map((id) => grants.filter(({ grant }) => grant.coordinator === id).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2.5 * Math.min(...counts));
  });
});
