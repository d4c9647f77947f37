import type { CurrentCommand } from '../model/node-state.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { HostBook } from './host-book.js';

/** What is watched about a command whose sidecar may fall silent. Monotonic ms. */
export interface DoubtWatch {
  readonly item: AssignmentItem;
  /** When this leader first saw the command. */
  readonly seenAt: number;
  /** First gossip generation known of the life of the node in which the command was started. */
  generation: number | undefined;
  /** Since when gossip says that the node was restarted or left. */
  signSince: number | undefined;
  /** Since when the sidecar is silent. */
  silentSince: number | undefined;
  /** First report of no session, by participant. */
  readonly quietSince: Map<string, { readonly at: number; proven: boolean }>;
  /** When the row of the segment was last read. */
  rowReadAt: number;
}

/** Why a command of a silent sidecar no longer holds its participants. */
export type Release = 'node-restarted' | 'left-ring' | 'no-sessions' | 'deadline';

export interface DoubtFacts {
  readonly now: number;
  readonly generation: number | undefined;
  readonly leftRing: boolean;
  /** The books of the other participants. */
  readonly others: readonly HostBook[];
  readonly sessionProofMs: number;
  readonly orphanHoldMs: number;
  /** When the silent host was opened, monotonic ms; undefined while it is closed. */
  readonly openedAt: number | undefined;
}

export function beginDoubtWatch({ item }: CurrentCommand, now: number): DoubtWatch {
  return {
    ...{ item, seenAt: now, generation: undefined, signSince: undefined, silentSince: undefined },
    ...{ quietSince: new Map(), rowReadAt: now },
  };
}

/**
 * Notes the generation to compare later ones with. Gossip tells of a restart late, so one that was begun before the
 * node of the command was started belongs to the life before; both times are by the clock of that node.
 */
export function noteGeneration(
  watch: DoubtWatch,
  { jvmStartMs }: CurrentCommand,
  generation: number | undefined,
): DoubtWatch {
  if (generation !== undefined && generation >= Math.floor(jvmStartMs / 1000)) watch.generation ??= generation;
  return watch;
}

/** When a command is given up without proof, monotonic ms: its timeout, and then at least as long again. */
export function orphanDeadline({ seenAt, item }: DoubtWatch, orphanHoldMs: number): number {
  return seenAt + item.timeoutMs + Math.max(item.timeoutMs, orphanHoldMs);
}

/**
 * Judges a command of a silent sidecar. The silence alone proves nothing: nobody cancels a repair when a sidecar dies.
 * Remembers in `watch` what the participants say.
 */
export function judgeDoubt(watch: DoubtWatch, facts: DoubtFacts): Release | undefined {
  const sign = signOf(watch, facts);
  watch.signSince = sign && (watch.signSince ?? facts.now);
  if (sign && isBorneOut(facts.others, watch.signSince ?? facts.now)) return sign;
  for (const other of facts.others) noteSessions(watch, other, facts);
  const quiet = facts.others.map(({ hostId }) => watch.quietSince.get(hostId));
  if (quiet.length > 0 && quiet.every((one) => one?.proven)) return 'no-sessions';
  return facts.now >= orphanDeadline(watch, facts.orphanHoldMs) ? 'deadline' : undefined;
}

/**
 * What gossip says. A node that leaves gossip for a while (`nodetool disablegossip`) comes back with a new generation
 * and goes on with its command, and one ring view may lack a node that runs: a sign, and no proof.
 */
function signOf(
  { generation }: DoubtWatch,
  facts: DoubtFacts,
): Extract<Release, 'left-ring' | 'node-restarted'> | undefined {
  if (facts.leftRing) return 'left-ring';
  const isNewer = generation !== undefined && facts.generation !== undefined && facts.generation > generation;
  return isNewer ? 'node-restarted' : undefined;
}

/** Every other participant reported since that it takes part in no repair. */
function isBorneOut(others: readonly HostBook[], since: number): boolean {
  return others.every(({ state, changedAt }) => state?.sessions === 0 && changedAt > since);
}

/** Counts only reports first seen after the silent host was open; before that it could still have started. */
function noteSessions(watch: DoubtWatch, other: HostBook, { openedAt, sessionProofMs }: DoubtFacts): void {
  if (other.state?.sessions !== 0) return void watch.quietSince.delete(other.hostId);
  if (openedAt === undefined || other.changedAt <= openedAt) return;
  const first = watch.quietSince.get(other.hostId);
  if (!first) watch.quietSince.set(other.hostId, { at: other.changedAt, proven: false });
  else if (other.changedAt - first.at >= sessionProofMs) first.proven = true;
}
