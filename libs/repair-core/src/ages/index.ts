export { type AgeBucket, ageBuckets } from './age-buckets.js';
export { ageIntervals, type AgeInterval, type Credit, mergeCredits, oldestLookup, oldestOf } from './age-map.js';
export { creditsByTable, rowsOf } from './age-rows.js';
export type { AgeRow, RepairAgeStore } from './repair-age-store.js';
export { MOST_SESSIONS, type RecordedRepair, type RecordedSession, type RepairHistory } from './repair-history.js';
