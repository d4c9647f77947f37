import type { PlannedSegment, TokenRange } from '@reaper-sidecar/segment-planner';
import type { PreviewFinding, TableDifferences } from '../model/preview.js';
import { FailureCode, type SegmentOutcome } from '../model/segment.js';
import { bodyCodec } from './body-codec.js';
import { type Shape, ShapeError, list, natural, number, object, oneOfOrElse, optional, text } from './body-shape.js';
import { storedSegmentState } from './register-bodies.js';

/** The bound keeps hostile input away from BigInt; 39 digits hold 2^127, the greatest token there is. */
const RANGE_TEXT = /^(-?\d{1,39}):(-?\d{1,39})$/;

const tokenRange: Shape<TokenRange> = (value, path) => {
  const [, start, end] = RANGE_TEXT.exec(text(value, path)) ?? [];
  if (start === undefined || end === undefined) throw new ShapeError(path, '"start:end" in decimal tokens', value);
  return { start: BigInt(start), end: BigInt(end) };
};

/** Cell `planned` of `segment`. */
export const plannedSegmentBody = bodyCodec<PlannedSegment>(
  'segment',
  object<PlannedSegment>({
    seq: natural,
    ranges: list(tokenRange),
    replicas: list(text),
    coordinator: optional(text),
    ringShare: number,
    estimatedBytes: optional(number),
    estimatedPartitions: optional(number),
  }),
);

/** Why an attempt failed only guides the next one: a code of a newer build must not keep the outcome from being read. */
export const failureCode = oneOfOrElse(Object.values(FailureCode), FailureCode.RepairFailed);

const finding = object<PreviewFinding>({
  ranges: natural,
  bytes: number,
  tables: list(object<TableDifferences>({ table: text, ranges: natural, bytes: number })),
});

/** Cell `outcome` of `segment`. */
export const segmentOutcomeBody = bodyCodec<SegmentOutcome>(
  'segment outcome',
  object<SegmentOutcome>({
    state: storedSegmentState,
    round: natural,
    attempt: natural,
    failure: optional(object<NonNullable<SegmentOutcome['failure']>>({ code: failureCode, message: text })),
    coordinator: text,
    startedAtMs: number,
    endedAtMs: number,
    sessionId: optional(text),
    commandNumber: optional(natural),
    preview: optional(finding),
    children: optional(list(natural)),
    childKeys: optional(list(text)),
  }),
);
