import { type Migration, tableStatement as table } from './migration.js';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

const byDay =
  " AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'DAYS', 'compaction_window_size': 1}";

/** A set of entries with one version for all of them. */
function directory(name: string, comment: string) {
  const columns = 'realm text, id text, version text static, body text, PRIMARY KEY ((realm), id)';
  return table(name, columns, `${comment}; conditional writes only`, ` AND gc_grace_seconds = ${DAY_SECONDS}`);
}

export const VERSION_3: Migration = {
  version: 3,
  description: 'users, sessions, API tokens, keys and the audit trail',
  statements: [
    directory('auth_user', 'Who may log in, with hashes of passwords'),
    directory('auth_api_token', 'Tokens of programs, as digests'),
    directory('auth_signing_key', 'Keys that sign session tokens'),
    table(
      'auth_session',
      'id text PRIMARY KEY, generation int, body text',
      'Sessions, with digests of their refresh tokens; conditional writes only, with TTL',
      ` AND gc_grace_seconds = ${DAY_SECONDS}`,
    ),
    table(
      'auth_revoked_session',
      'hour text, session_id text, revoked boolean, PRIMARY KEY ((hour), session_id)',
      'Sessions that ended before their tokens did, with TTL',
      ` AND gc_grace_seconds = ${HOUR_SECONDS}`,
    ),
    table(
      'auth_login_failure',
      'subject text, id text, failed boolean, PRIMARY KEY ((subject), id)',
      'Failed logins by digest of account and address, with TTL',
      ` AND gc_grace_seconds = ${HOUR_SECONDS}`,
    ),
    table(
      'auth_api_token_use',
      'realm text, id text, at_ms bigint, PRIMARY KEY ((realm), id)',
      'Hour in which each API token was last used, with TTL; for people, decides nothing',
      ` AND gc_grace_seconds = ${DAY_SECONDS}`,
    ),
    table(
      'audit',
      'day text, at_ms bigint, id text, body text, PRIMARY KEY ((day), at_ms, id)',
      'Who did what, when, from where, and what came of it; with TTL',
      ` AND CLUSTERING ORDER BY (at_ms DESC, id DESC) AND gc_grace_seconds = ${DAY_SECONDS}${byDay}`,
    ),
  ],
};
