import { PlannerError } from '../planner-error.js';
import { PARTITIONERS } from '../tokens/partitioner.js';
import { type PlanRequest } from './plan-request.js';
import { planSegments } from './plan-segments.js';

const nodes = ['a', 'b', 'c', 'd'].map((hostId) => ({ hostId, datacenter: hostId < 'c' ? 'east' : 'west' }));

const validRequest: PlanRequest = {
  partitioner: PARTITIONERS.Murmur3Partitioner,
  nodes,
  ring: [
    { range: { start: 10n, end: 0n }, replicas: ['a', 'b'] },
    { range: { start: 0n, end: 10n }, replicas: ['c', 'd'] },
  ],
  sizing: { kind: 'count', segments: 1 },
};

function request(more: Partial<PlanRequest>): PlanRequest {
  return { ...validRequest, ...more };
}

describe('a request that cannot be planned', () => {
  const estimate = { table: 't', range: { start: 0n, end: 10n }, bytes: 1, partitions: 1 };

  it.each<[string, Partial<PlanRequest>, string, Record<string, unknown>]>([
    [
      'an unknown datacenter',
      { datacenters: ['east', 'north'] },
      'UNKNOWN_DATACENTER',
      { value: 'north', known: ['east', 'west'] },
    ],
    ['an unknown node', { hostIds: ['z'] }, 'UNKNOWN_HOST_ID', { value: 'z', known: ['a', 'b', 'c', 'd'] }],
    ['an empty list of datacenters', { datacenters: [] }, 'INVALID_REQUEST', { field: 'datacenters' }],
    ['an empty list of nodes', { hostIds: [] }, 'INVALID_REQUEST', { field: 'hostIds' }],
    ['a replica that is no node', { nodes: nodes.slice(0, 3) }, 'UNKNOWN_REPLICA', { hostId: 'd', range: '0:10' }],
    [
      'a node listed twice',
      { nodes: [...nodes, ...nodes.slice(0, 1)] },
      'INVALID_REQUEST',
      { field: 'nodes', hostId: 'a' },
    ],
    ['a gap in the ring', { ring: validRequest.ring.slice(1) }, 'RING_GAP', { range: '10:0' }],
    [
      'no segments',
      { sizing: { kind: 'count', segments: 0 } },
      'INVALID_REQUEST',
      { field: 'sizing.segments', value: 0, min: 1, max: 1_000_000 },
    ],
    [
      'half a segment',
      { sizing: { kind: 'count', segments: 1.5 } },
      'INVALID_REQUEST',
      { field: 'sizing.segments', value: 1.5, min: 1, max: 1_000_000 },
    ],
    [
      'segments of no bytes',
      { sizing: { kind: 'bytes', bytesPerSegment: 0 }, estimates: [estimate] },
      'INVALID_REQUEST',
      expect.objectContaining({ field: 'sizing.bytesPerSegment' }),
    ],
    [
      'segments of NaN partitions',
      { sizing: { kind: 'partitions', partitionsPerSegment: NaN }, estimates: [estimate] },
      'INVALID_REQUEST',
      expect.objectContaining({ field: 'sizing.partitionsPerSegment' }),
    ],
    [
      'bytes without estimates',
      { sizing: { kind: 'bytes', bytesPerSegment: 1 } },
      'ESTIMATES_MISSING',
      { sizing: 'bytes' },
    ],
    [
      'partitions without estimates',
      { sizing: { kind: 'partitions', partitionsPerSegment: 1 }, estimates: [] },
      'ESTIMATES_MISSING',
      { sizing: 'partitions' },
    ],
    [
      'an unknown sizing',
      { sizing: { kind: 'guess' } as never },
      'INVALID_REQUEST',
      { field: 'sizing.kind', value: 'guess' },
    ],
    [
      'no range per segment',
      { maxRangesPerSegment: 0 },
      'INVALID_REQUEST',
      { field: 'maxRangesPerSegment', value: 0, min: 1, max: 10_000 },
    ],
    [
      'a negative estimate',
      { estimates: [{ ...estimate, bytes: -1 }] },
      'INVALID_REQUEST',
      expect.objectContaining({ table: 't', range: '0:10' }),
    ],
    [
      'an estimate of another ring',
      { estimates: [{ ...estimate, range: { start: 2n ** 64n, end: 1n } }] },
      'INVALID_REQUEST',
      expect.objectContaining({ table: 't' }),
    ],
  ])('is refused for %s', (_, more, code, details) => {
    expect(() => planSegments(request(more))).toThrow(expect.objectContaining({ code, details }));
  });

  it('is refused with all its problems at once', () => {
    try {
      planSegments(
        request({
          ring: validRequest.ring.map(({ range }, index) => ({
            range,
            replicas: index === 0 ? ['a', 'b'] : ['x', 'y'],
          })),
          datacenters: ['north'],
          hostIds: ['z'],
          maxRangesPerSegment: -1,
        }),
      );
    } catch (error) {
      expect(error).toBeInstanceOf(PlannerError);
      const { problems, message, retryable } = error as PlannerError;
      expect(problems.map(({ code }) => code)).toEqual([
        'INVALID_REQUEST',
        'UNKNOWN_DATACENTER',
        'UNKNOWN_HOST_ID',
        'UNKNOWN_REPLICA',
        'UNKNOWN_REPLICA',
      ]);
      expect(message).toContain('known are east, west');
      expect(retryable).toBe(false);
    }
    expect.assertions(4);
  });

  it('is refused when it makes too many segments, with the smallest size that works', () => {
    const tooFine: PlanRequest = request({
      sizing: { kind: 'bytes', bytesPerSegment: 1 },
      estimates: [{ ...estimate, range: { start: 10n, end: 0n }, bytes: 2e6 }],
    });
    expect(() => planSegments(tooFine)).toThrow(
      expect.objectContaining({
        code: 'TOO_MANY_SEGMENTS',
        retryable: false,
        details: { segments: 2_000_001, limit: 1_000_000, unit: 'bytes', size: 1, smallest: 3 },
      }),
    );
  });

  it('may be worth another try when the ring was read while it moved', () => {
    const moving = request({ ring: validRequest.ring.slice(1) });
    expect(() => planSegments(moving)).toThrow(expect.objectContaining({ retryable: true }));
  });
});
