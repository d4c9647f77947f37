import type { RunExplanation, Segment } from '@reaper-sidecar/sidecar-rig';

/**
 * A reason that the leader wrote longer ago is not current: it writes them every 10 to 14 s, and after 13 s without a renewal of its lease the
 * silence is told instead. Reasons of the whole run are found anew at each question.
 */
const CURRENT_MS = 30_000;

/** What is wrong with the explanation of a run that does not move: each waiting replica set must have exactly one current reason. */
export function explanationFaults(segments: readonly Segment[], told: RunExplanation, nowMs: number): string[] {
  const runWide = told.reasons.filter(({ replicas }) => replicas.length === 0);
  const waiting = waitingSets(segments);
  const faults = waiting.flatMap((set) => {
    const own = told.reasons.filter(({ replicas }) => sameSet(replicas, set)).map(({ code }) => code);
    const workers = told.sidecars.filter(({ hostId }) => set.includes(hostId)).map(({ code }) => code);
    if (own.length > 1) return [`${nameOf(set)} has ${own.length} reasons: ${own.join(', ')}`];
    return own.length + runWide.length + workers.length === 0 ? [`${nameOf(set)} waits without a reason`] : [];
  });
  const ageMs = told.asOf === undefined ? Infinity : nowMs - Date.parse(told.asOf);
  if (waiting.length > 0 && runWide.length === 0 && ageMs > CURRENT_MS) {
    faults.push(`the reasons are ${(ageMs / 1000).toFixed(0)} s old, and nothing is said of the leader`);
  }
  return faults;
}

/** Replica sets with something left to do and nothing running. */
export function waitingSets(segments: readonly Segment[]): (readonly string[])[] {
  const sets = new Map<string, { replicas: readonly string[]; running: boolean }>();
  for (const { state, replicas } of segments) {
    if (state !== 'PENDING' && state !== 'RUNNING') continue;
    const key = keyOf(replicas);
    sets.set(key, { replicas, running: state === 'RUNNING' || sets.get(key)?.running === true });
  }
  return [...sets.values()].filter(({ running }) => !running).map(({ replicas }) => replicas);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(replicas: readonly string[]): string {
  return [...replicas].sort().join();
}

function nameOf(replicas: readonly string[]): string {
  return `{${replicas.map((hostId) => hostId.slice(0, 8)).join(', ')}}`;
}
