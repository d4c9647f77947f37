import { type Migration, tableStatement as table } from './migration.js';

const DAY_SECONDS = 86_400;

export const VERSION_1: Migration = {
  version: 1,
  description: 'coordination, runs and segments',
  statements: [
    table(
      'leader_lease',
      'name text PRIMARY KEY, epoch bigint, beat int, holder text, holder_token text, acquired_at_ms bigint, cause text',
      'Who leads; one row, conditional writes only',
    ),
    table(
      'assignment',
      'shard int, host_id text, body text, PRIMARY KEY ((shard), host_id)',
      'Orders of the leader to each node; one fenced cell per node',
    ),
    table(
      'node_state',
      'shard int, host_id text, body text, PRIMARY KEY ((shard), host_id)',
      'What each sidecar does and sees; one stamped cell per node',
    ),
    table(
      'active_run',
      'bucket int, unit text, unit_key text, run_id text, plan_id text, spec text, spec_version int, PRIMARY KEY ((bucket), unit)',
      'Unfinished runs, at most one per unit; conditional writes only',
      ` AND gc_grace_seconds = ${DAY_SECONDS}`,
    ),
    table(
      'repair_run',
      'run_id text PRIMARY KEY, creation text, status text, result text',
      'Runs; creation at timestamp 1, status and result with the stamps of the leader',
    ),
    table(
      'segment',
      'plan_id text, part int, seq int, planned text, outcome text, PRIMARY KEY ((plan_id, part), seq)',
      'Segments of a plan, 5000 in a partition; plan at timestamp 1, outcome with the stamp of its item',
    ),
    table(
      'plan_log',
      'month text, plan_id text, run_id text, segment_count int, created_at_ms bigint, PRIMARY KEY ((month), plan_id)',
      'Plans begun in a month, to find those that no run came of',
    ),
    table(
      'run_index',
      'month text, created_at_ms bigint, run_id text, PRIMARY KEY ((month), created_at_ms, run_id)',
      'Runs by month, newest first',
      ' AND CLUSTERING ORDER BY (created_at_ms DESC, run_id DESC)',
    ),
    table(
      'run_month',
      'bucket int, month text, PRIMARY KEY ((bucket), month)',
      'Months that have runs, newest first; twelve rows a year',
      ' AND CLUSTERING ORDER BY (month DESC)',
    ),
    table(
      'cluster_key',
      'name text PRIMARY KEY, key blob',
      'Secrets of the sidecars; inserted once by a conditional write',
    ),
  ],
};
