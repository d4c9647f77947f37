import type { types } from 'cassandra-driver';
import { fromParentRow, fromRepairsRow } from './recorded-command.js';

const row = (columns: Readonly<Record<string, unknown>>) =>
  ({ get: (column: string): unknown => columns[column] ?? null }) as unknown as types.Row;

/** From Cassandra 5.0.9, while the command waited for a replica that hung. */
const RUNNING = {
  id: 'fee338b0-e68c-11f1-8789-8be7a094e08e',
  command_id: 13,
  keyspace_name: 'shop',
  table_names: ['b', 'a'],
  options_column_families: ['a', 'b'],
  options_ranges: ['(100,200]', '(300,400]'],
  completed: false,
  state_init_timestamp: new Date('2026-11-22T15:54:27.131Z'),
};

/** From Cassandra 4.0.19. */
const PARENT = {
  parent_id: '64330b00-e68d-11f1-9551-b7ffc312b188',
  keyspace_name: 'shop',
  columnfamily_names: ['a', 'b'],
  requested_ranges: ['(-3458764513820540928,-1152921504606846976]', '(8070450532247928832,9000000000000000000]'],
  started_at: new Date('2026-11-22T15:57:17.107Z'),
  finished_at: new Date('2026-11-22T15:57:17.159Z'),
};

describe('a command in system_views.repairs', () => {
  it('is known by number, session, tables, ranges and time', () => {
    expect(fromRepairsRow(row(RUNNING))).toEqual({
      commandNumber: 13,
      sessionId: 'fee338b0-e68c-11f1-8789-8be7a094e08e',
      keyspace: 'shop',
      tables: ['a', 'b'],
      ranges: ['100:200', '300:400'],
      state: 'running',
      startedAtMs: Date.parse('2026-11-22T15:54:27.131Z'),
    });
  });

  it('that is queued has the tables and ranges it was asked for', () => {
    const queued = fromRepairsRow(row({ ...RUNNING, table_names: null }));
    expect(queued).toMatchObject({ tables: ['a', 'b'], ranges: ['100:200', '300:400'], state: 'running' });
  });

  it('of all tables has those that Cassandra found', () => {
    expect(fromRepairsRow(row({ ...RUNNING, options_column_families: [] })).tables).toEqual(['a', 'b']);
  });

  it.each([
    ['completed', { completed: true, success_message: 'Repair completed successfully' }],
    ['failed', { completed: true, state_failure_timestamp: new Date(1), failure_cause: 'Validation failed' }],
  ])('tells how it ended: %s', (state, end) => {
    const message = Object.values(end).find((value) => typeof value === 'string');
    expect(fromRepairsRow(row({ ...RUNNING, ...end }))).toMatchObject({ state, message });
  });

  it('with ranges that are no decimal tokens has none', () => {
    expect(fromRepairsRow(row({ ...RUNNING, options_ranges: ['(0a,ff]'] }))).not.toHaveProperty('ranges');
  });
});

describe('a command in system_distributed.parent_repair_history', () => {
  it('has no number, but session, tables, ranges and time', () => {
    expect(fromParentRow(row(PARENT))).toEqual({
      sessionId: '64330b00-e68d-11f1-9551-b7ffc312b188',
      keyspace: 'shop',
      tables: ['a', 'b'],
      ranges: ['-3458764513820540928:-1152921504606846976', '8070450532247928832:9000000000000000000'],
      state: 'completed',
      startedAtMs: Date.parse('2026-11-22T15:57:17.107Z'),
    });
  });

  it.each([
    ['running', { finished_at: null }],
    ['failed', { exception_message: 'Validation failed in /127.0.0.2:7000' }],
  ])('tells that it is %s', (state, change) => {
    expect(fromParentRow(row({ ...PARENT, ...change })).state).toBe(state);
  });

  it('without ranges tells none', () => {
    expect(fromParentRow(row({ ...PARENT, requested_ranges: null }))).not.toHaveProperty('ranges');
  });
});
