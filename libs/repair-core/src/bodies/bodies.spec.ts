import * as fc from 'fast-check';
import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { UnreadableBodyError } from '../errors/domain-error.js';
import { type Assignment, BASIC_PROTOCOL, protocolFor, PROTOCOL_VERSION } from '../model/assignment.js';
import type { RunStatus } from '../model/repair-run.js';
import { assignmentBody, nodeStateBody } from './register-bodies.js';
import { aCreation, anItem, anOutcome } from '../testing/contracts/contract-fixtures.js';
import { runCreationBody, runResultBody, runSpecBody, runStatusBody } from './run-bodies.js';
import { plannedSegmentBody, segmentOutcomeBody } from './segment-bodies.js';

const codecs = {
  assignmentBody,
  nodeStateBody,
  runCreationBody,
  runResultBody,
  runSpecBody,
  runStatusBody,
  plannedSegmentBody,
  segmentOutcomeBody,
};
const assignment: Assignment = { protocol: 1, epoch: 3, stamp: 5, leader: 'a', incarnation: 'i', items: [] };
const status: RunStatus = {
  state: 'RUNNING',
  counters: { total: 3, done: 1, skipped: 0, failed: 0, running: 1, repairMs: 12.5 },
  reasons: [{ code: 'REPLICA_DOWN', replicas: ['a'], evidence: 'a is down', sinceMs: 1 }],
  asOfMs: 2,
};
const change = (value: object, part: object) => JSON.stringify({ protocol: BASIC_PROTOCOL, ...value, ...part });

const token = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 127n });
const plannedSegment: fc.Arbitrary<PlannedSegment> = fc.record(
  {
    seq: fc.nat(),
    ranges: fc.array(fc.record({ start: token, end: token })),
    replicas: fc.array(fc.string()),
    ringShare: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
    estimatedBytes: fc.nat(),
  },
  { requiredKeys: ['seq', 'ranges', 'replicas', 'ringShare'] },
);

describe('stored bodies', () => {
  it('a segment comes back with every token exact', () => {
    fc.assert(
      fc.property(plannedSegment, (segment) => {
        expect(plannedSegmentBody.decode(plannedSegmentBody.encode(segment))).toEqual(segment);
      }),
    );
  });

  it('an assignment comes back as it was', () => {
    const aborting = { ...assignment, cancel: [7, 9] };
    expect(assignmentBody.decode(assignmentBody.encode(assignment))).toEqual(assignment);
    expect(assignmentBody.decode(assignmentBody.encode(aborting))).toEqual(aborting);
  });

  it('a status comes back as it was', () => {
    expect(runStatusBody.decode(runStatusBody.encode(status))).toEqual(status);
  });

  it('replayed rounds keep their segment numbers', () => {
    const spec = {
      desired: 'running',
      intensity: 0.5,
      segmentTimeoutMs: 1,
      maxAttempts: 3,
      priority: 0,
      rounds: { 7: 2 },
    } as const;
    expect(runSpecBody.decode(runSpecBody.encode(spec))).toEqual(spec);
  });

  it('drops fields that a newer build of the same protocol added', () => {
    expect(assignmentBody.decode(change(assignment, { colour: 'blue' }))).toEqual(assignment);
  });

  it.each([
    [
      'a protocol of the future',
      change(assignment, { protocol: PROTOCOL_VERSION + 1 }),
      'protocol 3, this build reads up to 2',
    ],
    ['a protocol before the first', change(assignment, { protocol: 0 }), 'protocol 0'],
    ['half a protocol', change(assignment, { protocol: 1.5 }), 'protocol 1.5'],
    ['no protocol', '{"epoch":1}', 'protocol none'],
    ['a number as text', change(assignment, { epoch: '3' }), 'epoch must be a whole number'],
    ['a negative stamp', change(assignment, { stamp: -1 }), 'stamp must be'],
    ['a stamp past exact numbers', change(assignment, { stamp: 2 ** 53 }), 'stamp must be'],
    ['a broken cancellation', change(assignment, { cancel: ['7'] }), 'cancel[0] must be a whole number'],
    ['a missing field', change(assignment, { items: undefined }), 'items must be a list'],
    ['a broken item', change(assignment, { items: [{ stamp: 1 }] }), 'items[0].runId must be text'],
    ['null', 'null', 'protocol none'],
    ['a list', '[]', 'protocol none'],
    ['no JSON', '{"protocol":1', 'not JSON'],
    ['nothing', '', 'not JSON'],
  ])('refuses an assignment with %s', (_what, body, why) => {
    expect(() => assignmentBody.decode(body)).toThrow(UnreadableBodyError);
    expect(() => assignmentBody.decode(body)).toThrow(why);
  });

  it('are written so that a build of the first protocol reads them, but not what it would take for a real repair', () => {
    const written = (body: string) => (JSON.parse(body) as { protocol: number }).protocol;
    expect(written(runStatusBody.encode(status))).toBe(BASIC_PROTOCOL);
    expect(written(runCreationBody.encode(aCreation()))).toBe(BASIC_PROTOCOL);
    const preview = { ...aCreation().unit, preview: 'all' } as const;
    expect(written(runCreationBody.encode(aCreation({ unit: preview })))).toBe(PROTOCOL_VERSION);
    expect(protocolFor(anItem({ preview: 'all' }))).toBe(PROTOCOL_VERSION);
    expect(protocolFor(anItem())).toBe(BASIC_PROTOCOL);
  });

  it('show reasons and failures of a newer build, whose codes are not known', () => {
    const [reason] = status.reasons;
    const seen = runStatusBody.decode(change(status, { reasons: [{ ...reason, code: 'SOLAR_STORM' }] }));
    expect(seen.reasons).toEqual([{ ...reason, code: 'PROTOCOL_UNSUPPORTED' }]);
    const outcome = anOutcome({ state: 'FAILED', failure: { code: 'REPLICA_DOWN', message: 'too hot' } });
    const newer = segmentOutcomeBody.encode(outcome).replace('REPLICA_DOWN', 'SOLAR_STORM');
    expect(segmentOutcomeBody.decode(newer).failure).toEqual({ code: 'REPAIR_FAILED', message: 'too hot' });
  });

  it('refuses a token that is no decimal number', () => {
    const body = change({ seq: 0, ranges: ['1:x'], replicas: [], ringShare: 0 }, {});
    expect(() => plannedSegmentBody.decode(body)).toThrow('ranges[0] must be "start:end"');
  });

  it('refuses to write what could not be read back', () => {
    expect(() => assignmentBody.encode({ ...assignment, epoch: Number.NaN })).toThrow(UnreadableBodyError);
  });

  it('meets garbage with UnreadableBodyError and nothing else', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.json(),
      fc.object().map((value) => change(value, {})),
    );
    fc.assert(
      fc.property(garbage, fc.constantFrom(...Object.values(codecs)), (body, codec) => {
        try {
          codec.decode(body);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableBodyError);
        }
      }),
    );
  });
});
