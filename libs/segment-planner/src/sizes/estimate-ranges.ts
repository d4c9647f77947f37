import { eachInSteps, inOneGo, mapInSteps, sortInSteps, type Steps } from '../steps.js';
import { type Partitioner } from '../tokens/partitioner.js';
import { rangeWidth, type TokenRange } from '../tokens/token-range.js';
import { type SizeEstimate } from './size-estimate.js';

/**
 * Below this share of the ring the rows say nothing about the rest: a range of a few tokens with one partition in it
 * would make any cluster look full. One node of 1,000 covers a thousandth.
 */
export const MIN_COVERAGE = 0.0001;

/** Sizes of ranges, by their index in the list that was asked for. */
export interface RangeSizes {
  readonly bytes: Float64Array;
  readonly partitions: Float64Array;
  /** Share of the ring, 0..1, for which rows exist, of the table that is covered least. */
  readonly coverage: number;
}

/**
 * Sizes of disjoint ranges from estimates, table by table. Inside a row the data is taken as evenly spread. What no
 * row of a table covers gets that table's mean density. Where rows of one table overlap (left over from an older
 * ring), the row that begins first counts, and of rows for the same range the largest.
 *
 * The order of the estimates does not matter: everything is sorted before floating-point sums are taken.
 */
export function estimateRanges(
  partitioner: Partitioner,
  ranges: readonly TokenRange[],
  estimates: readonly SizeEstimate[],
): RangeSizes {
  return inOneGo(estimateInSteps(partitioner, ranges, estimates));
}

/** @see estimateRanges */
export function* estimateInSteps(
  partitioner: Partitioner,
  ranges: readonly TokenRange[],
  estimates: readonly SizeEstimate[],
): Steps<RangeSizes> {
  const bytes = new Float64Array(ranges.length);
  const partitions = new Float64Array(ranges.length);
  if (estimates.length === 0) return { bytes, partitions, coverage: 0 };
  const unrolled = yield* mapInSteps(ranges, (range, index) =>
    unroll(partitioner, range).map((span): RangeSpan => ({ ...span, index })),
  );
  const spans = yield* sortInSteps(unrolled.flat(), compareSpans);
  let coverage = 1;
  for (const rows of rowsByTable(estimates)) {
    const density = tableDensity(partitioner, rows);
    coverage = Math.min(coverage, density.coverage);
    yield* addTable(spans, density, bytes, partitions);
  }
  return { bytes, partitions, coverage };
}

/** Tokens after `from` up to `to`, counted from the beginning of the ring; never past its end. */
interface Span {
  readonly from: bigint;
  readonly to: bigint;
}
interface RangeSpan extends Span {
  readonly index: number;
}
interface DensitySpan extends Span {
  readonly bytesPerToken: number;
  readonly partitionsPerToken: number;
}
interface TableDensity {
  readonly spans: readonly DensitySpan[];
  readonly meanBytesPerToken: number;
  readonly meanPartitionsPerToken: number;
  readonly coverage: number;
}

function unroll(partitioner: Partitioner, range: TokenRange): Span[] {
  const from = range.start - partitioner.minToken;
  const to = from + rangeWidth(partitioner, range);
  const past = to - partitioner.ringSize;
  if (past <= 0n) return [{ from, to }];
  return [
    { from: 0n, to: past },
    { from, to: partitioner.ringSize },
  ];
}

function compareSpans(a: Span, b: Span): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return 0;
}

function rowsByTable(estimates: readonly SizeEstimate[]): SizeEstimate[][] {
  const tables = new Map<string, SizeEstimate[]>();
  for (const row of estimates) {
    const rows = tables.get(row.table);
    if (rows === undefined) tables.set(row.table, [row]);
    else rows.push(row);
  }
  return [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows);
}

function tableDensity(partitioner: Partitioner, rows: readonly SizeEstimate[]): TableDensity {
  const spans = withoutOverlaps(rows.flatMap((row) => densitySpans(partitioner, row)));
  let covered = 0n;
  let bytes = 0;
  let partitions = 0;
  for (const span of spans) {
    const width = span.to - span.from;
    covered += width;
    bytes += span.bytesPerToken * Number(width);
    partitions += span.partitionsPerToken * Number(width);
  }
  return {
    spans,
    meanBytesPerToken: bytes / Number(covered),
    meanPartitionsPerToken: partitions / Number(covered),
    coverage: Number(covered) / Number(partitioner.ringSize),
  };
}

function densitySpans(partitioner: Partitioner, row: SizeEstimate): DensitySpan[] {
  const width = Number(rangeWidth(partitioner, row.range));
  const density = { bytesPerToken: row.bytes / width, partitionsPerToken: row.partitions / width };
  return unroll(partitioner, row.range).map((span) => ({ ...span, ...density }));
}

function withoutOverlaps(spans: DensitySpan[]): DensitySpan[] {
  const disjoint: DensitySpan[] = [];
  let covered = 0n;
  for (const span of spans.sort(compareDensitySpans)) {
    const from = span.from > covered ? span.from : covered;
    if (from >= span.to) continue;
    disjoint.push(from === span.from ? span : { ...span, from });
    covered = span.to;
  }
  return disjoint;
}

function compareDensitySpans(a: DensitySpan, b: DensitySpan): number {
  return compareSpans(a, b) || b.bytesPerToken - a.bytesPerToken || b.partitionsPerToken - a.partitionsPerToken;
}

/** One walk over two sorted lists: the ranges asked for and the rows of a table. */
function* addTable(
  spans: readonly RangeSpan[],
  table: TableDensity,
  bytes: Float64Array,
  partitions: Float64Array,
): Steps<void> {
  let firstRow = 0;
  yield* eachInSteps(spans, ({ from, to, index }) => {
    while ((table.spans[firstRow]?.to ?? to + 1n) <= from) firstRow++;
    let unknown = to - from;
    let bytesHere = 0;
    let partitionsHere = 0;
    for (let at = firstRow; at < table.spans.length; at++) {
      const row = table.spans[at] as DensitySpan;
      if (row.from >= to) break;
      const overlap = (row.to < to ? row.to : to) - (row.from > from ? row.from : from);
      unknown -= overlap;
      bytesHere += row.bytesPerToken * Number(overlap);
      partitionsHere += row.partitionsPerToken * Number(overlap);
    }
    addTo(bytes, index, bytesHere + table.meanBytesPerToken * Number(unknown));
    addTo(partitions, index, partitionsHere + table.meanPartitionsPerToken * Number(unknown));
  });
}

function addTo(values: Float64Array, index: number, value: number): void {
  values[index] = (values[index] ?? 0) + value;
}
