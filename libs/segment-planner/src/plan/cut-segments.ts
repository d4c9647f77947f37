import { type Partitioner } from '../tokens/partitioner.js';
import { cutLoad, totalWeight, totalWidth, type RangeLoad } from './range-load.js';

/**
 * How far, as a part of a fair segment, a segment may end before or after its ideal end so that it ends at a border
 * of the ring. Without it nearly every segment would cut a range in two, often leaving a sliver.
 */
const BORDER_TOLERANCE = 0.1;

/**
 * Cuts the ranges of one replica set, laid end to end, into exactly `count` segments of about equal weight, each of
 * at most `maxRanges` ranges or pieces and at least one token.
 *
 * @param loads at least one
 * @param count at least loads.length / maxRanges, at most the number of tokens
 */
export function cutSegments(
  partitioner: Partitioner,
  loads: readonly RangeLoad[],
  count: number,
  maxRanges: number,
): RangeLoad[][] {
  const rest = new UncutLoads(partitioner, totalWeight(loads) > 0 ? loads : weighedByWidth(loads));
  const segments: RangeLoad[][] = [];
  let carry = 0;
  for (let left = count; left > 1; left--) {
    const fair = Math.max(0, (rest.weight - carry) / left);
    const segment = takeSegment(rest, fair, fair + carry, left - 1, maxRanges);
    segments.push(segment);
    const missed = fair + carry - totalWeight(segment);
    // A small miss is made up by the next segment; after a large one (a lump, the limit of ranges) the rest is re-spread.
    carry = Math.abs(missed) <= fair * BORDER_TOLERANCE ? missed : 0;
  }
  segments.push(rest.takeAll());
  return segments;
}

/** Takes from the rest until the target weight is reached, and leaves what `later` segments need and can hold. */
function takeSegment(rest: UncutLoads, fair: number, target: number, later: number, maxRanges: number): RangeLoad[] {
  const lowest = target - fair * BORDER_TOLERANCE;
  const highest = target + fair * BORDER_TOLERANCE;
  const tokensForLater = BigInt(later);
  const taken: RangeLoad[] = [];
  let weight = 0;
  for (let next = rest.next; next !== undefined && taken.length < maxRanges; next = rest.next) {
    const mustTake = rest.ranges > later * maxRanges;
    if (taken.length > 0 && weight >= lowest && !mustTake) return taken;
    const spare = rest.tokens - tokensForLater;
    if (next.width <= spare && (mustTake || weight + next.weight <= highest || next.width === 1n)) {
      taken.push(rest.take());
      weight += next.weight;
      continue;
    }
    const tokens = piece(next, target - weight, spare, taken.length === 0 ? 1n : 0n);
    if (tokens > 0n) taken.push(rest.takePiece(tokens));
    return taken;
  }
  return taken;
}

/** Tokens of the range that weigh `weight`, leaving at least one of the range and no more than `spare`. */
function piece(load: RangeLoad, weight: number, spare: bigint, least: bigint): bigint {
  const share = load.weight > 0 ? Math.min(1, Math.max(0, weight / load.weight)) : 0;
  const tokens = BigInt(Math.round(share * Number(load.width)));
  const most = spare < load.width ? spare : load.width - 1n;
  if (tokens > most) return most;
  return tokens < least ? least : tokens;
}

/** Empty ranges are cut too when more segments are wanted, or only so many ranges fit into one. */
function weighedByWidth(loads: readonly RangeLoad[]): RangeLoad[] {
  return loads.map((load) => ({ ...load, weight: Number(load.width) }));
}

/** What is left to cut, from the front. */
class UncutLoads {
  weight: number;
  tokens: bigint;
  private readonly queue: RangeLoad[];

  constructor(
    private readonly partitioner: Partitioner,
    loads: readonly RangeLoad[],
  ) {
    this.queue = [...loads].reverse();
    this.weight = totalWeight(loads);
    this.tokens = totalWidth(loads);
  }

  get ranges(): number {
    return this.queue.length;
  }

  get next(): RangeLoad | undefined {
    return this.queue.at(-1);
  }

  take(): RangeLoad {
    const load = this.queue.pop() as RangeLoad;
    this.weight = Math.max(0, this.weight - load.weight);
    this.tokens -= load.width;
    return load;
  }

  takePiece(tokens: bigint): RangeLoad {
    const [piece, remainder] = cutLoad(this.partitioner, this.take(), tokens);
    this.queue.push(remainder);
    this.weight += remainder.weight;
    this.tokens += remainder.width;
    return piece;
  }

  takeAll(): RangeLoad[] {
    return this.queue.splice(0).reverse();
  }
}
