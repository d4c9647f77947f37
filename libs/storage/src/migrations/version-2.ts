import { type Migration, tableStatement as table } from './migration.js';

const DAY_SECONDS = 86_400;
/** Decisions are for people; older ones explain nothing any more. */
const DECISION_DAYS = 30;

export const VERSION_2: Migration = {
  version: 2,
  description: 'repair ages, decisions and notes of the leader',
  statements: [
    table(
      'table_repair_age',
      'keyspace_name text, table_name text, token_range text, started_at_ms bigint, ' +
        'PRIMARY KEY ((keyspace_name), table_name, token_range)',
      'Successful repairs by range; written with the start of the repair in microseconds, so that the newest wins',
      ` AND gc_grace_seconds = ${DAY_SECONDS}`,
    ),
    table(
      'decision',
      'day text, shard int, at_ms bigint, id text, body text, PRIMARY KEY ((day, shard), at_ms, id)',
      'Why something was done or not, for people; decides nothing',
      ` AND CLUSTERING ORDER BY (at_ms DESC, id DESC) AND default_time_to_live = ${DECISION_DAYS * DAY_SECONDS}` +
        ` AND gc_grace_seconds = ${DAY_SECONDS}` +
        " AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'DAYS', 'compaction_window_size': 1}",
    ),
    table(
      'leader_note',
      'name text PRIMARY KEY, body text',
      'What the leader must remember beyond its reign; one fenced cell each',
    ),
  ],
};
