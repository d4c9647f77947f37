import { PlannerError, problem } from '../planner-error.js';

/** A position on the ring. */
export type Token = bigint;

export type PartitionerName = 'Murmur3Partitioner' | 'RandomPartitioner';

/** The tokens of a ring: a circle of `ringSize` positions, from `minToken` to `maxToken` and back to `minToken`. */
export interface Partitioner {
  readonly name: PartitionerName;
  /** As the JMX attribute `PartitionerName` reports it. */
  readonly className: string;
  readonly minToken: Token;
  readonly maxToken: Token;
  /** `maxToken - minToken + 1`. */
  readonly ringSize: bigint;
}

function definePartitioner(name: PartitionerName, minToken: Token, maxToken: Token): Partitioner {
  const className = `org.apache.cassandra.dht.${name}`;
  return Object.freeze({ name, className, minToken, maxToken, ringSize: maxToken - minToken + 1n });
}

/** The partitioners whose tokens are numbers and can be cut anywhere; the ordered ones are not supported. */
export const PARTITIONERS: Readonly<Record<PartitionerName, Partitioner>> = Object.freeze({
  Murmur3Partitioner: definePartitioner('Murmur3Partitioner', -(2n ** 63n), 2n ** 63n - 1n),
  RandomPartitioner: definePartitioner('RandomPartitioner', 0n, 2n ** 127n),
});

/**
 * @param className full class name or the part after the last dot
 * @throws PlannerError UNSUPPORTED_PARTITIONER
 */
export function partitionerFromClassName(className: string): Partitioner {
  const partitioners = Object.values(PARTITIONERS);
  const found = partitioners.find(({ name, className: full }) => className === name || className === full);
  if (found !== undefined) return found;
  const supported = partitioners.map(({ name }) => name);
  const shown = JSON.stringify(String(className).slice(0, 100));
  throw new PlannerError([
    problem(
      'UNSUPPORTED_PARTITIONER',
      `The partitioner ${shown} is not supported, its tokens cannot be split by arithmetic; supported are ${supported.join(' and ')}`,
      { className: String(className).slice(0, 100), supported },
    ),
  ]);
}
