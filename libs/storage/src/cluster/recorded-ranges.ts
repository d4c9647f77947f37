/** How Cassandra prints a range of tokens. Tokens of partitioners that keep bytes or text are no decimals. */
const RANGE = /^\((-?\d{1,39}),(-?\d{1,39})\]$/;

/**
 * Ranges as the node recorded them, such as `(-100,200]`, as "start:end". Cassandra (seen on 4.0, 4.1 and 5.0) keeps the
 * options of a command as they were asked for: in another order and each once, but neither merged where they touch nor
 * cut at the end of the ring. So they can be compared as a set with the ranges of the request.
 *
 * @returns undefined for none, and as a whole when one of them cannot be read: a part would look like another command
 */
export function recordedRanges(texts: Iterable<string>): readonly string[] | undefined {
  const ranges: string[] = [];
  for (const text of texts) {
    const [, start, end] = RANGE.exec(text) ?? [];
    if (start === undefined || end === undefined) return undefined;
    ranges.push(`${start}:${end}`);
  }
  return ranges.length === 0 ? undefined : ranges;
}
