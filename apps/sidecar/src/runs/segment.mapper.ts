import type { SegmentOutcome, SegmentView } from '@reaper-sidecar/repair-core';
import { toTime } from '../http/time.js';
import type { SegmentDto } from './segment.dto.js';

export function toSegmentDto({ row: { segment, outcome }, state, running }: SegmentView): SegmentDto {
  return {
    seq: segment.seq,
    state,
    ranges: segment.ranges.map(({ start, end }) => ({ start: `${start}`, end: `${end}` })),
    replicas: segment.replicas,
    ringShare: segment.ringShare,
    ...(segment.estimatedBytes !== undefined && { estimatedBytes: segment.estimatedBytes }),
    ...(segment.estimatedPartitions !== undefined && { estimatedPartitions: segment.estimatedPartitions }),
    ...(running ? runningFields(running) : outcome && outcomeFields(outcome)),
  };
}

function runningFields({ hostId, command }: NonNullable<SegmentView['running']>): Partial<SegmentDto> {
  return {
    attempt: command.item.attempt,
    coordinator: hostId,
    startedAt: toTime(command.sinceMs),
    ...(command.sessionId !== undefined && { sessionId: command.sessionId }),
    ...(command.commandNumber !== undefined && { commandNumber: command.commandNumber }),
  };
}

function outcomeFields(outcome: SegmentOutcome): Partial<SegmentDto> {
  const { attempt, coordinator, startedAtMs, endedAtMs, sessionId, commandNumber, failure, preview, children } =
    outcome;
  return {
    attempt,
    coordinator,
    startedAt: toTime(startedAtMs),
    endedAt: toTime(endedAtMs),
    durationMs: Math.max(0, endedAtMs - startedAtMs),
    ...(sessionId !== undefined && { sessionId }),
    ...(commandNumber !== undefined && { commandNumber }),
    ...(failure && { failure }),
    ...(preview && { differences: preview }),
    ...(children && { children }),
  };
}
