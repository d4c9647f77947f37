import { bodyCodec } from '../bodies/body-codec.js';
import { natural, object, oneOf, optional, text } from '../bodies/body-shape.js';

export const DecisionKind = {
  /** A sidecar began to lead; the detail says why. */
  Leading: 'LEADING',
  /** It stopped leading. */
  NotLeading: 'NOT_LEADING',
  /** A run has a new state. */
  RunChanged: 'RUN_CHANGED',
  RunEnded: 'RUN_ENDED',
  /** Work of a run waits for a reason that deserves attention, or for another one than before. */
  Waiting: 'WAITING',
  /** No such reason is left. */
  GoingOn: 'GOING_ON',
  /** A command whose end nobody reported no longer holds its nodes. */
  Released: 'RELEASED',
  /** Nothing is started because of the keyspace of the sidecars itself. */
  Held: 'HELD',
  HoldEnded: 'HOLD_ENDED',
  /** Rows of a host that left the ring were removed. */
  HostForgotten: 'HOST_FORGOTTEN',
} as const;
export type DecisionKind = (typeof DecisionKind)[keyof typeof DecisionKind];

/** What was decided, in words for people. */
export interface DecisionFacts {
  readonly kind: DecisionKind;
  readonly detail: string;
  readonly runId?: string;
  /** Reason code, where there is one. */
  readonly code?: string;
}

export interface Decision extends DecisionFacts {
  /** UUID. */
  readonly id: string;
  /** Epoch ms by the clock of the sidecar that decided. */
  readonly atMs: number;
  /** Host id of that sidecar's node, where known. */
  readonly hostId?: string;
}

/** Cell `body` of `decision`. A kind of a newer build is not readable and left out. */
export const decisionBody = bodyCodec<Decision>(
  'decision',
  object<Decision>({
    kind: oneOf(Object.values(DecisionKind)),
    detail: text,
    runId: optional(text),
    code: optional(text),
    id: text,
    atMs: natural,
    hostId: optional(text),
  }),
);
