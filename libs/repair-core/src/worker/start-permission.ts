import type { Assignment, AssignmentItem } from '../model/assignment.js';
import type { PollProblem } from './assignment-poll.js';
import { restMs, type LastRepair } from './duty-cycle.js';
import type { NodeStanding } from './node-watch.js';
import type { ReasonCode } from '../reasons/reason.js';

/** Everything that decides whether an item may be started at this moment. */
export interface StartFacts {
  readonly latest: Assignment | undefined;
  readonly incarnation: string;
  /** Age of the newest proof that `latest` is the newest list. */
  readonly readAgeMs: number;
  readonly freshnessMs: number;
  readonly problem: PollProblem | undefined;
  readonly node: NodeStanding;
  readonly last: LastRepair | undefined;
  readonly stopping: boolean;
}

export type Refusal = {
  readonly may: false;
  readonly code: ReasonCode | 'SHUTTING_DOWN' | 'REVOKED';
  readonly detail: string;
  /** When to look again at the latest. */
  readonly retryInMs: number;
};
export type Permission = { readonly may: true } | Refusal;

const RETRY_MS = 1_000;

/**
 * The only gate before a start. Called twice per item: before the intent, and again in the same synchronous step as the
 * write to the socket, where it stands for the fencing token that `repairAsync` does not have.
 */
export function permission(item: AssignmentItem, facts: StartFacts): Permission {
  const { latest, node } = facts;
  if (facts.stopping) return refuse('SHUTTING_DOWN', 'This sidecar is stopping');
  if (latest?.incarnation !== facts.incarnation || !latest.items.some(({ stamp }) => stamp === item.stamp)) {
    return refuse('REVOKED', 'The newest list does not hold the item');
  }
  if (!(facts.readAgeMs <= facts.freshnessMs)) return stale(facts);
  if (node.unreachable !== undefined) return refuse('NODE_UNREACHABLE', node.unreachable);
  if (node.foreign) return refuse('FOREIGN_REPAIR', node.foreign.detail);
  if (!node.clear) return refuse('FOREIGN_REPAIR', 'The node is being looked at for repairs that are not ours');
  const rest = restMs(facts.last, item.intensity);
  return rest > 0 ? refuse('NODE_RESTING', `At intensity ${item.intensity} the node rests`, rest) : { may: true };
}

function stale({ problem, readAgeMs }: StartFacts): Refusal {
  const age = Number.isFinite(readAgeMs) ? `is ${Math.round(readAgeMs)} ms old` : 'was never read';
  return refuse(problem?.code ?? 'STORAGE_UNREACHABLE', `The list ${age}${problem ? `: ${problem.detail}` : ''}`);
}

function refuse(code: Refusal['code'], detail: string, retryInMs = RETRY_MS): Refusal {
  return { may: false, code, detail, retryInMs };
}
