/** What anybody can see of a run at one moment, through the stores or through the API. */
export interface ExplainObservation {
  readonly runId: string;
  /** Any clock that only goes forward, ms. */
  readonly atMs: number;
  /** The run has ended. */
  readonly over: boolean;
  /** Commands of the run that are running. */
  readonly running: number;
  /** Segments that are over; any change counts as movement. */
  readonly finished: number;
  /** Host ids of the replica set of every segment that is neither over nor running; repetitions do not matter. */
  readonly waiting: readonly (readonly string[])[];
  readonly reasons: readonly { readonly code: string; readonly replicas: readonly string[] }[];
}

export interface ExplainWatchOptions {
  /** A run that did not move for so long must say why. @default 5_000 */
  readonly stillForMs: number;
  /** The leader is waited for at most so long: a lost doorbell costs one look. @default 30_000 */
  readonly looksWithinMs: number;
  /** Stored reasons are cut off at this number; beyond it sets may go without. @default 100 */
  readonly maxReasons: number;
}

const DEFAULTS: ExplainWatchOptions = { stillForMs: 5_000, looksWithinMs: 30_000, maxReasons: 100 };

/**
 * What an explanation lacks: every waiting replica set has exactly one reason, its own or that of the whole run, and no
 * set has two. Says nothing of how long the run has been still; see {@link ExplainWatch}.
 */
export function explainGaps(
  { over, waiting, reasons }: ExplainObservation,
  { maxReasons }: Pick<ExplainWatchOptions, 'maxReasons'> = DEFAULTS,
): readonly string[] {
  if (over) return reasons.map(({ code }) => `an ended run has the reason ${code}`);
  const codes = new Map<string, string[]>();
  for (const { code, replicas } of reasons) codes.set(keyOf(replicas), [...(codes.get(keyOf(replicas)) ?? []), code]);
  const doubled = [...codes].filter(([, found]) => found.length > 1);
  const gaps = doubled.map(([key, found]) => `${key || 'the run'} has ${found.length} reasons: ${found.join(', ')}`);
  if (codes.has('')) {
    if (codes.size > 1) gaps.push(`the run as a whole waits for ${codes.get('')}, and sets for something else`);
    return gaps;
  }
  if (reasons.length >= maxReasons) return gaps;
  const bare = new Set(waiting.map(keyOf).filter((key) => !codes.has(key)));
  return [...gaps, ...[...bare].map((key) => `${key} waits without a reason`)];
}

/** Follows runs and tells which of them stand still without saying why. One per trial. */
export class ExplainWatch {
  readonly #options: ExplainWatchOptions;
  readonly #soonSince = new Map<string, number>();
  readonly #moves = new Map<string, { readonly finished: number; readonly atMs: number }>();

  constructor(options: Partial<ExplainWatchOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /** The gaps of this look; empty while the run moves, or has not been still for long enough. */
  look(seen: ExplainObservation): readonly string[] {
    const last = this.#moves.get(seen.runId);
    if (!last || seen.running > 0 || seen.finished !== last.finished) {
      this.#moves.set(seen.runId, { finished: seen.finished, atMs: seen.atMs });
      return [];
    }
    const stillMs = seen.atMs - last.atMs;
    if (!seen.over && (stillMs < this.#options.stillForMs || seen.waiting.length === 0)) return [];
    const gaps = [...explainGaps(seen, this.#options), ...this.#unlooked(seen)];
    return gaps.map((gap) => `run ${seen.runId}, still for ${stillMs} ms: ${gap}`);
  }

  /** That the leader will look soon is no reason for long. */
  #unlooked({ runId, atMs, reasons }: ExplainObservation): readonly string[] {
    const isSoon = reasons.some(({ code }) => code === 'LEADER_LOOKS_SOON');
    const sinceMs = isSoon ? (this.#soonSince.get(runId) ?? atMs) : undefined;
    if (sinceMs === undefined) return (this.#soonSince.delete(runId), []);
    this.#soonSince.set(runId, sinceMs);
    return atMs - sinceMs > this.#options.looksWithinMs ? [`the leader has not looked for ${atMs - sinceMs} ms`] : [];
  }
}

function keyOf(replicas: readonly string[]): string {
  return [...replicas].sort().join(',');
}
