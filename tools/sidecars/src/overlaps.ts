import type { Segment } from './runs.js';

/** Pairs of segments that ran at the same time although a node takes part in both. */
export function overlapsOnANode(segments: readonly Segment[]): [Segment, Segment][] {
  const ran = segments.filter((segment) => segment.startedAt && segment.endedAt);
  return ran.flatMap((one, i) =>
    ran
      .slice(i + 1)
      .filter((other) => sharesNode(one, other) && sharesTime(one, other))
      .map((other): [Segment, Segment] => [one, other]),
  );
}

function sharesNode(one: Segment, other: Segment): boolean {
  return one.replicas.some((hostId) => other.replicas.includes(hostId));
}

function sharesTime(one: Segment, other: Segment): boolean {
  const time = (text: string | undefined) => Date.parse(text ?? '');
  return time(one.startedAt) < time(other.endedAt) && time(other.startedAt) < time(one.endedAt);
}
