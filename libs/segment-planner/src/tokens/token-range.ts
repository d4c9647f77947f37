import { PlannerError, problem } from '../planner-error.js';
import { type Partitioner, type Token } from './partitioner.js';
import { advanceToken, parseToken, tokenDistance } from './token.js';

/**
 * The tokens after `start` up to and including `end`. `start > end` goes past the end of the ring and on from its
 * beginning; `start === end` is the whole ring. No value is the empty range.
 */
export interface TokenRange {
  readonly start: Token;
  readonly end: Token;
}

/** `start:end`, the form of the `repairAsync` option `ranges`. */
export function formatRange(range: TokenRange): string {
  return `${range.start}:${range.end}`;
}

/**
 * Reads `start:end`. Cassandra writes the border where the ring begins and ends as the smallest token of Murmur3
 * (an ordinary token) but as -1 for Random (no token at all); that -1 is read as the largest token, which is the same
 * place on the circle.
 *
 * @throws PlannerError INVALID_RANGE, INVALID_TOKEN
 */
export function parseRange(partitioner: Partitioner, text: string): TokenRange {
  const borders = String(text).slice(0, 200).split(':');
  const [startText, endText] = borders;
  if (borders.length !== 2 || startText === undefined || endText === undefined) {
    throw invalidRange(text, 'expected two tokens with a colon between them');
  }
  const range = { start: parseBorder(partitioner, startText), end: parseBorder(partitioner, endText) };
  if (range.start === range.end && startText !== endText) throw invalidRange(text, 'it holds no token');
  return range;
}

function parseBorder(partitioner: Partitioner, text: string): Token {
  const isOrigin = partitioner.name === 'RandomPartitioner' && text === '-1';
  return isOrigin ? partitioner.maxToken : parseToken(partitioner, text);
}

function invalidRange(text: string, why: string): PlannerError {
  const shown = String(text).slice(0, 120);
  return new PlannerError([
    problem('INVALID_RANGE', `${JSON.stringify(shown)} is not a token range: ${why}`, { range: shown }),
  ]);
}

export function isWholeRing(range: TokenRange): boolean {
  return range.start === range.end;
}

/** Number of tokens in the range, 1 … ringSize. */
export function rangeWidth(partitioner: Partitioner, range: TokenRange): bigint {
  return isWholeRing(range) ? partitioner.ringSize : tokenDistance(partitioner, range.start, range.end);
}

/** Share of the ring, above 0 and at most 1. */
export function rangeShare(partitioner: Partitioner, range: TokenRange): number {
  return Number(rangeWidth(partitioner, range)) / Number(partitioner.ringSize);
}

export function rangeContains(range: TokenRange, token: Token): boolean {
  const afterStart = token > range.start;
  const upToEnd = token <= range.end;
  return range.start < range.end ? afterStart && upToEnd : afterStart || upToEnd;
}

/** Whether `inner` lies fully inside `outer`: Cassandra refuses a range that does not lie inside one local range. */
export function rangeEncloses(partitioner: Partitioner, outer: TokenRange, inner: TokenRange): boolean {
  if (isWholeRing(outer)) return true;
  const innerStart = tokenDistance(partitioner, outer.start, inner.start);
  return innerStart + rangeWidth(partitioner, inner) <= rangeWidth(partitioner, outer);
}

/** The tokens in both ranges: no, one or two ranges (two when they overlap at both ends), in ring order from `a.start`. */
export function intersectRanges(partitioner: Partitioner, a: TokenRange, b: TokenRange): TokenRange[] {
  if (isWholeRing(a)) return [b];
  if (isWholeRing(b)) return [a];
  const widthOfA = rangeWidth(partitioner, a);
  const from = tokenDistance(partitioner, a.start, b.start);
  const to = from + rangeWidth(partitioner, b);
  const pieces: TokenRange[] = [];
  if (to > partitioner.ringSize) addPiece(0n, to - partitioner.ringSize);
  addPiece(from, to);
  return pieces;

  function addPiece(pieceFrom: bigint, pieceTo: bigint): void {
    const end = pieceTo < widthOfA ? pieceTo : widthOfA;
    if (pieceFrom < end) pieces.push(sliceRange(partitioner, a, pieceFrom, end));
  }
}

/** The tokens of a range from step `from` (exclusive) to step `to` (inclusive), counted from its start. */
export function sliceRange(partitioner: Partitioner, range: TokenRange, from: bigint, to: bigint): TokenRange {
  return {
    start: advanceToken(partitioner, range.start, from),
    end: advanceToken(partitioner, range.start, to),
  };
}

export function compareRanges(a: TokenRange, b: TokenRange): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return 0;
}
