import { inOneGo, mapInSteps, sortInSteps, type Steps } from '../steps.js';

/** A replica set and its number of segments. */
export interface InterleavedSet {
  readonly replicas: readonly string[];
  readonly segments: number;
}

/** The `index`-th segment of the `set`-th replica set. */
export interface SegmentPlace {
  readonly set: number;
  readonly index: number;
}

/**
 * Orders the segments of all replica sets in waves: the segments of one wave have no node in common, so they can run
 * at the same time, and no segment fits into an earlier wave. Inside the waves every replica set advances at the same
 * pace, so the work is spread over all nodes from the beginning to the end.
 */
export function interleaveSegments(sets: readonly InterleavedSet[]): SegmentPlace[] {
  return inOneGo(interleaveInSteps(sets));
}

/** @see interleaveSegments */
export function* interleaveInSteps(sets: readonly InterleavedSet[]): Steps<SegmentPlace[]> {
  const nodes = nodeCalendars(sets);
  const paced = yield* evenlyPaced(sets);
  const places = yield* mapInSteps(paced, (place) => ({ ...place, wave: bookFirstFreeWave(nodes[place.set] ?? []) }));
  // The sort is stable: inside a wave the pace order stays.
  return (yield* sortInSteps(places, (a, b) => a.wave - b.wave)).map(({ set, index }) => ({ set, index }));
}

function* evenlyPaced(sets: readonly InterleavedSet[]) {
  const places = sets.flatMap(({ segments }, set) =>
    Array.from({ length: segments }, (_, index) => ({ set, index, progress: (2 * index + 1) / (2 * segments) })),
  );
  return yield* sortInSteps(places, (a, b) => a.progress - b.progress || a.set - b.set);
}

/** The waves a node is busy in: bit `w % 32` of word `w >> 5`. */
interface Calendar {
  readonly words: number[];
  /** All words before this one are full. */
  firstOpenWord: number;
}

const FULL = -1;

/** For each set the calendars of its nodes; sets share the calendar of a node they share. */
function nodeCalendars(sets: readonly InterleavedSet[]): Calendar[][] {
  const calendars = new Map<string, Calendar>();
  const calendarOf = (hostId: string): Calendar => {
    const calendar = calendars.get(hostId) ?? { words: [], firstOpenWord: 0 };
    calendars.set(hostId, calendar);
    return calendar;
  };
  return sets.map(({ replicas }) => replicas.map(calendarOf));
}

function bookFirstFreeWave(calendars: readonly Calendar[]): number {
  let word = calendars.reduce((first, { firstOpenWord }) => Math.max(first, firstOpenWord), 0);
  for (; ; word++) {
    const busy = calendars.reduce((bits, { words }) => bits | (words[word] ?? 0), 0);
    if (busy === FULL) continue;
    const bit = ~busy & -~busy;
    for (const calendar of calendars) book(calendar, word, bit);
    return word * 32 + 31 - Math.clz32(bit);
  }
}

function book(calendar: Calendar, word: number, bit: number): void {
  while (calendar.words.length <= word) calendar.words.push(0);
  calendar.words[word] = (calendar.words[word] ?? 0) | bit;
  while (calendar.words[calendar.firstOpenWord] === FULL) calendar.firstOpenWord++;
}
