import { PlannerError, problem, type PlannerProblem } from '../planner-error.js';
import { type Partitioner, type Token } from './partitioner.js';

/** The form Cassandra prints. 39 digits hold 2^127; the bound keeps hostile input away from BigInt. */
const TOKEN_TEXT = /^(?:0|-?[1-9]\d{0,38})$/;

export function isToken(partitioner: Partitioner, value: unknown): value is Token {
  return typeof value === 'bigint' && value >= partitioner.minToken && value <= partitioner.maxToken;
}

/**
 * Reads a token as Cassandra prints it: decimal, no sign but a minus, no spaces, no leading zeros.
 *
 * @throws PlannerError INVALID_TOKEN when the text is anything else or outside the partitioner's tokens
 */
export function parseToken(partitioner: Partitioner, text: string): Token {
  const token = TOKEN_TEXT.test(text) ? BigInt(text) : undefined;
  if (isToken(partitioner, token)) return token;
  throw new PlannerError([invalidToken(partitioner, text)]);
}

function invalidToken({ name, minToken, maxToken }: Partitioner, text: string): PlannerProblem {
  const shown = String(text).slice(0, 60);
  return problem(
    'INVALID_TOKEN',
    `${JSON.stringify(shown)} is not a token of ${name}; expected a whole number from ${minToken} to ${maxToken}`,
    { token: shown, partitioner: name, minToken: String(minToken), maxToken: String(maxToken) },
  );
}

/** Steps from one token forward to another, 0 … ringSize − 1. */
export function tokenDistance(partitioner: Partitioner, from: Token, to: Token): bigint {
  const steps = to - from;
  return steps < 0n ? steps + partitioner.ringSize : steps;
}

/** The token `steps` (0 … ringSize) further round the ring. */
export function advanceToken(partitioner: Partitioner, token: Token, steps: bigint): Token {
  const reached = token + steps;
  return reached > partitioner.maxToken ? reached - partitioner.ringSize : reached;
}
