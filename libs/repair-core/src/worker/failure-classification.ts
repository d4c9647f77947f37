import { FailureCode } from '../model/segment.js';

/** Cassandra's texts (3.11 to 6.0), the most telling first. A table that is gone is reported with its keyspace. */
const CODES: readonly (readonly [RegExp, FailureCode])[] = [
  [
    /unknown keyspace\/(cf|table) pair|unknown (table|column ?family)|couldn't find (table|cfId)|unconfigured table/i,
    FailureCode.TableGone,
  ],
  [/unknown keyspace|keyspace .{0,100} does(n't| not) exist|unconfigured keyspace/i, FailureCode.KeyspaceGone],
  [/not fully contained|nothing to repair for|do(es)? not share range/i, FailureCode.RangeMoved],
  [
    /endpoint not alive|neighbor \(.{1,200}\) is dead|endpoint .{1,100} (died|is dead|restarted)|did not get replies from all endpoints/i,
    FailureCode.ReplicaDown,
  ],
  [
    /too many job threads|(incremental|preview|subrange|parallel)\S* repairs? .{0,80}not supported|access denied|not (permitted|authorized)|has no permission/i,
    FailureCode.NotPossible,
  ],
];

/** Longest failure text that is kept. */
const MAX_MESSAGE_LENGTH = 1_000;

/** Code of a failure by what Cassandra said; `otherwise` when no text is known. */
export function failureCodeOf(messages: readonly string[], otherwise: FailureCode): FailureCode {
  const found = CODES.find(([pattern]) => messages.some((message) => pattern.test(message)));
  return found ? found[1] : otherwise;
}

/** One line for people out of Cassandra's messages, without repetitions. */
export function failureMessageOf(messages: readonly string[], otherwise: string): string {
  const distinct = [...new Set(messages.map((message) => message.trim()).filter((message) => message !== ''))];
  return (distinct.join('; ') || otherwise).slice(0, MAX_MESSAGE_LENGTH);
}
