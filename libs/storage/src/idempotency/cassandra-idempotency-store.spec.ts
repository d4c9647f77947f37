import { UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import type { Statement } from '../connection/statement.js';
import { CassandraIdempotencyStore } from './cassandra-idempotency-store.js';

interface Row {
  readonly owner: string;
  readonly body: string;
}

/** One partition. Each conditional write meets the next of `fates`: applied and told, applied with a lost answer, or lost. */
class OnePartition {
  row: Row | undefined;
  writes = 0;

  constructor(private readonly fates: ('told' | 'answer lost' | 'write lost')[]) {}

  rows(): Promise<Map<string, string>[]> {
    return Promise.resolve(this.row ? [new Map(Object.entries(this.row))] : []);
  }

  conditional({ name }: Statement, values: readonly string[]): Promise<{ applied: boolean }> {
    this.writes++;
    const fate = this.fates.shift() ?? 'told';
    const applied = fate !== 'write lost' && this.apply(name, values);
    if (fate === 'told') return Promise.resolve({ applied });
    return Promise.reject(new UnknownOutcomeError(`${name}: no answer`));
  }

  private apply(name: string, values: readonly string[]): boolean {
    if (name === 'idempotency.reserve') return this.set(this.row === undefined, values[1], values[2]);
    if (name === 'idempotency.replace') return this.set(this.row?.owner === values[3], values[0], values[1]);
    const isOwner = this.row?.owner === values[1];
    if (isOwner) this.row = undefined;
    return isOwner;
  }

  private set(isMet: boolean, owner = '', body = ''): boolean {
    if (isMet) this.row = { owner, body };
    return isMet;
  }
}

const record = { owner: 'me', fingerprint: 'f', resourceIds: ['r'] };
const others = { owner: 'other', body: JSON.stringify({ fingerprint: 'f', resourceIds: ['s'] }) };

function storeOn(partition: OnePartition): CassandraIdempotencyStore {
  return new CassandraIdempotencyStore(partition as unknown as CassandraConnection);
}

describe('a change of an idempotency record without an answer', () => {
  it('counts as made when the row shows it', async () => {
    const partition = new OnePartition(['answer lost', 'answer lost', 'answer lost']);
    const store = storeOn(partition);
    expect(await store.reserve('key', record)).toEqual({ applied: true });
    const done = { ...record, owner: '', answer: { status: 201, headers: {} } };
    expect(await store.replace('key', 'me', done)).toEqual({ applied: true });
    expect(await store.remove('key', '')).toEqual({ applied: true });
    expect(partition.writes).toBe(3);
  });

  it('is tried again when the row does not show it', async () => {
    const partition = new OnePartition(['write lost', 'told']);
    expect(await storeOn(partition).reserve('key', record)).toEqual({ applied: true });
    expect(partition.row?.owner).toBe('me');
  });

  it('is made once when its first attempt took effect late', async () => {
    const partition = new OnePartition(['write lost']);
    const conditional = partition.conditional.bind(partition);
    partition.conditional = (statement, values) => {
      if (partition.writes === 1) partition.row = { owner: 'me', body: others.body.replace('"s"', '"r"') };
      return conditional(statement, values);
    };
    expect(await storeOn(partition).reserve('key', record)).toEqual({ applied: true });
  });

  it('is refused when the row shows that of another', async () => {
    const partition = new OnePartition(['write lost']);
    partition.row = others;
    const answer = await storeOn(partition).reserve('key', record);
    expect(answer).toMatchObject({ applied: false, current: { owner: 'other' } });
  });

  it('stays unknown when nothing can be found out', async () => {
    const partition = new OnePartition(['write lost', 'write lost', 'write lost', 'write lost']);
    await expect(storeOn(partition).reserve('key', record)).rejects.toThrow(UnknownOutcomeError);
  });
});
