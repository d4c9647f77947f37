import type { SegmentOutcome } from '../model/segment.js';
import { beginDoubtWatch, judgeDoubt, noteGeneration, type DoubtWatch, type Release } from './doubt.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';

/** The row of a segment in doubt is read this often: its outcome may be durable although its worker fell silent. */
const ROW_EVERY_MS = 10_000;

const RELEASE_WORDS: Record<Release, string> = {
  'node-restarted':
    'The node was restarted while its sidecar was silent, and no other participant has a repair session',
  'left-ring': 'The node left the ring, and no other participant has a repair session',
  'no-sessions': 'No participant has a repair session any more, while the sidecar of the coordinator is silent',
  deadline:
    'The sidecar of the coordinator stayed silent past the timeout and the wait after it; nobody can tell whether the command has ended',
};

/** Watches commands of silent sidecars and releases those that are over, or given up. */
export async function resolveDoubts(reign: Reign): Promise<void> {
  for (const host of reign.hosts.values()) {
    const watch = watchOf(reign, host);
    if (!watch) continue;
    if (host.silentForMs(reign.timings.silenceGraceMs) === 0) watch.silentSince = undefined;
    else await resolve(reign, host, watch);
  }
}

/** Commands in doubt, for reasons. */
export function doubtOf(reign: Reign, hostId: string): DoubtWatch | undefined {
  const watch = reign.doubts.get(hostId);
  return watch?.silentSince === undefined ? undefined : watch;
}

function watchOf(reign: Reign, host: HostBook): DoubtWatch | undefined {
  const { current } = host;
  const known = reign.doubts.get(host.hostId);
  if (!current) return void reign.doubts.delete(host.hostId);
  const isKnown = known?.item.stamp === current.item.stamp;
  const watch = isKnown ? known : beginDoubtWatch(current, reign.now());
  reign.doubts.set(host.hostId, watch);
  return noteGeneration(watch, current, reign.cluster.node(host.hostId)?.generation);
}

async function resolve(reign: Reign, host: HostBook, watch: DoubtWatch): Promise<void> {
  watch.silentSince ??= reign.now();
  if (await hasOutcome(reign, watch)) return release(reign, host, watch, 'its outcome is written');
  const { topologyMs } = reign.timings;
  // A node that is gone for good can neither speak nor be burdened.
  const others = watch.item.participants.filter(
    (hostId) => hostId !== host.hostId && !reign.cluster.hasLeft(hostId, topologyMs),
  );
  const verdict = judgeDoubt(watch, {
    now: reign.now(),
    generation: reign.cluster.node(host.hostId)?.generation,
    leftRing: reign.cluster.hasLeft(host.hostId, topologyMs),
    others: others.map((hostId) => reign.host(hostId)),
    sessionProofMs: reign.timings.sessionProofMs,
    orphanHoldMs: reign.timings.orphanHoldMs,
    openedAt: host.open ? host.openedAt : undefined,
  });
  if (!verdict) return;
  await recordLost(reign, host, watch, verdict);
  release(reign, host, watch, verdict);
}

/**
 * An outcome with the stamp of the item is written only after its command has ended; a newer one only after an earlier
 * leader had released the command, which need not be judged once more.
 */
async function hasOutcome(reign: Reign, watch: DoubtWatch): Promise<boolean> {
  const { item } = watch;
  if (reign.now() - watch.rowReadAt < ROW_EVERY_MS) return false;
  watch.rowReadAt = reign.now();
  const rows = await reign.deps.segments.readSome(item.planId, [item.seq]);
  reign.runs.get(item.runId)?.applyRows(rows, reign.now());
  return rows.some(({ outcomeStamp = -1 }) => outcomeStamp >= item.stamp);
}

/** The attempt counts as failed; a true outcome that comes later is shadowed, and the segment repaired once more. */
async function recordLost(reign: Reign, host: HostBook, { item }: DoubtWatch, verdict: Release): Promise<void> {
  const run = reign.runs.get(item.runId);
  if (!run) return;
  const code = verdict === 'deadline' ? 'RELEASED_WITHOUT_PROOF' : 'UNKNOWN_OUTCOME';
  const outcome: SegmentOutcome = {
    state: 'FAILED',
    round: item.round,
    attempt: item.attempt,
    failure: { code, message: RELEASE_WORDS[verdict] },
    coordinator: host.hostId,
    startedAtMs: host.state?.current?.sinceMs ?? reign.wallMs(),
    endedAtMs: reign.wallMs(),
  };
  await reign.writeOutcome(run, item.seq, outcome);
}

function release(reign: Reign, host: HostBook, { item }: DoubtWatch, why: string): void {
  host.release(item.stamp);
  reign.doubts.delete(host.hostId);
  reign.runs.get(item.runId)?.markStale(({ seq }) => seq === item.seq);
  const facts = { host: host.hostId, runId: item.runId, segment: item.seq, why };
  reign.deps.runtime.log.warn('A command in doubt no longer holds its nodes', facts);
  const detail = `segment ${item.seq} on ${reign.cluster.nameOf(host.hostId)}: ${why}`;
  reign.deps.observer.decided?.({ kind: 'RELEASED', runId: item.runId, code: 'IN_DOUBT', detail });
}
