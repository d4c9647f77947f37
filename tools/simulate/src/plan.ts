import { Dice } from './dice.js';

/** Chances that are drawn all the time while the storm lasts. */
export const HAZARDS = [
  'stops in mid-act',
  'lost notifications',
  'repeated notifications',
  'lost doorbells',
  'failing segments',
  'slow segments',
  'uncancellable segments',
  'late requests',
  'lost answers',
  'skewed clocks',
] as const;
export type Hazard = (typeof HAZARDS)[number];

const EVENTS = [
  ...([
    [12, 'crash of a busy sidecar'],
    [5, 'crash'],
    [10, 'crash of the leader'],
    [10, 'pause of a busy sidecar'],
    [5, 'pause'],
    [10, 'pause of the leader'],
    [5, 'restart of a node'],
    [5, 'restart of a sidecar'],
    [5, 'storage unavailable'],
    [4, 'storage answers lost'],
    [4, 'storage writes lost'],
    [5, 'storage writes late'],
    [6, 'storage writes on one replica'],
    [4, 'storage slow'],
    [4, 'clock step'],
    [3, 'node unreachable'],
    [3, 'node down'],
    [2, 'events dropped'],
    [4, 'foreign repair'],
  ] as const),
  ...([
    [12, 'leader freezes before it gives work'],
    [6, 'leader freezes before it ends a run'],
    [12, 'worker freezes before its intent'],
    [5, 'worker dies before its outcome'],
    [5, 'worker dies after its outcome'],
    [7, 'worker dies without its outcome'],
    [8, 'worker dies behind its start'],
  ] as const),
  ...([
    [2, 'join'],
    [2, 'leave'],
    [1.5, 'move'],
    [1.5, 'replace'],
    [0.7, 'replication altered'],
    [0.5, 'table dropped'],
    [0.15, 'keyspace dropped'],
  ] as const),
  ...([
    [5, 'user gets no answer'],
    [7, 'user pauses'],
    [3, 'user changes the intensity'],
    [7, 'user replays'],
    [1.2, 'user aborts'],
    [1, 'user aborts and deletes'],
  ] as const),
] as const;

/** Aimed at one rule, and too long for a storm of many blows: only hunts for bugs use them. */
const AIMED = [
  [1, 'worker is not heard'],
  [1, 'worker dies in a long command'],
] as const;
export type EventKind = (typeof EVENTS)[number][1] | (typeof AIMED)[number][1];

/** One blow, at a moment of the storm. Who is hit is decided then, from `who`. */
export interface PlannedEvent {
  readonly atMs: number;
  readonly kind: EventKind;
  /** In [0, 1): chooses among those there are. */
  readonly who: number;
  /** In [0, 1): chooses among the kinds and lengths of this blow. */
  readonly how: number;
}

export interface PlannedRun {
  readonly atMs: number;
  readonly segments: number;
  readonly priority: number;
  readonly intensity: number;
  readonly firstDatacenterOnly: boolean;
}

/** Everything that one trial does to a cluster. Drawn from a seed; shrinking takes things away. */
export interface TrialPlan {
  readonly seed: number;
  readonly nodes: number;
  readonly datacenters: 1 | 2;
  readonly maxRepairsPerNode: number;
  /** How long unknown load counts as busy; without that wait the rules about commands in doubt stand alone. */
  readonly unknownPressureWaitMs: number;
  /** Longest usual way of a statement to the storage or back, ms. */
  readonly latencyMs: number;
  readonly stormMs: number;
  readonly hazards: readonly Hazard[];
  readonly runs: readonly PlannedRun[];
  readonly events: readonly PlannedEvent[];
  /** In [0, 1): a sidecar that stays dead when the storm is over. */
  readonly staysDead?: number;
}

/** What trials concentrate on. */
export interface Focus {
  /** 3 or more. @default drawn: mostly 3 to 8, up to 30 */
  readonly nodes?: number | undefined;
  /** @default all */
  readonly kinds?: readonly EventKind[];
  /** @default drawn */
  readonly hazards?: readonly Hazard[];
}

export function drawPlan(seed: number, { nodes, kinds, hazards }: Focus = {}): TrialPlan {
  const dice = new Dice(seed * 7_919 + 1);
  const [, drawn] = dice.weighted([
    [66, 3 + dice.below(3)],
    [22, 6 + dice.below(3)],
    [9, 9 + dice.below(7)],
    [3, 16 + dice.below(15)],
  ] as const);
  const count = nodes ?? drawn;
  const stormMs = dice.pick([50_000, 70_000, 100_000]);
  const datacenters = count >= 6 && dice.chance(0.25) ? 2 : 1;
  const calmest = dice.chance(0.1);
  return {
    ...{ seed, nodes: count, datacenters, stormMs },
    maxRepairsPerNode: dice.pick([1, 1, 1, 2]),
    unknownPressureWaitMs: dice.pick([0, 0, 30_000]),
    latencyMs: dice.pick([0, 3, 10, 100]),
    hazards: hazards ?? (calmest ? [] : HAZARDS.filter(() => dice.chance(0.6))),
    runs: Array.from({ length: dice.pick([1, 2, 2, 3]) }, () => drawRun(dice, count, stormMs, datacenters)),
    events: drawEvents(dice, stormMs, kinds),
    ...(dice.chance(0.4) && { staysDead: dice.fraction() }),
  };
}

function drawRun(dice: Dice, nodes: number, stormMs: number, datacenters: number): PlannedRun {
  return {
    atMs: dice.pick([0, 0, dice.below(stormMs / 2)]),
    // Work for the whole storm.
    segments: Math.min(60, Math.round((stormMs / 6_000) * Math.max(1, nodes / 3))),
    priority: dice.pick([50, 50, 80]),
    intensity: dice.pick([1, 1, 0.8]),
    firstDatacenterOnly: datacenters > 1 && dice.chance(0.4),
  };
}

function drawEvents(dice: Dice, stormMs: number, kinds?: readonly EventKind[]): readonly PlannedEvent[] {
  const wanted = kinds ? [...EVENTS, ...AIMED].filter(([, kind]) => kinds.includes(kind)) : EVENTS;
  const events: PlannedEvent[] = [];
  const everyMs = dice.pick([3_000, 6_000, 12_000]);
  for (let atMs = dice.below(everyMs); atMs < stormMs; atMs += 1 + dice.below(2 * everyMs)) {
    const [, kind] = dice.weighted(wanted);
    events.push({ atMs, kind, who: dice.fraction(), how: dice.fraction() });
  }
  return events;
}

/** For people who replay. */
export function describePlan(plan: TrialPlan): readonly string[] {
  const { events, runs, hazards, ...facts } = plan;
  return [
    JSON.stringify(facts),
    `hazards: ${hazards.join(', ') || 'none'}`,
    ...runs.map((run) => `run ${JSON.stringify(run)}`),
    ...events.map(({ atMs, kind, who, how }) => `${atMs} ms: ${kind} (who ${who.toFixed(2)}, how ${how.toFixed(2)})`),
  ];
}
