import {
  type Decision,
  type DecisionLog,
  type DecisionPlace,
  type DecisionQuery,
  type Page,
  cursorOf,
  decisionBody,
  decisionPartition,
  endOfPartitionBefore,
  placeOf,
  readable,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { checkLimit } from '../runs/page-limit.js';
import { decisionStatements } from './decision-statements.js';

/** Partitions that one page reads at most: two days. */
const PARTITIONS_PER_PAGE = 8;
/** Rows that are read at once when most of them may belong to other runs. */
const ROWS_TO_SEARCH = 500;

export class CassandraDecisionLog implements DecisionLog {
  constructor(private readonly connection: CassandraConnection) {}

  append(decision: Decision): Promise<void> {
    const { day, shard } = decisionPartition(decision.atMs);
    const stamp = BigInt(decision.atMs) * 1_000n;
    const body = decisionBody.encode(decision);
    const values = [day, shard, BigInt(decision.atMs), decision.id, body, stamp];
    return this.connection.write(decisionStatements.append, values);
  }

  async list(query: DecisionQuery): Promise<Page<Decision>> {
    checkLimit(query.limit);
    const items: Decision[] = [];
    let place = placeOf(query);
    for (let read = 0; read < PARTITIONS_PER_PAGE; read++) {
      // The place itself is excluded, so what comes next lies in the partition of the moment before or of its own.
      const moment = place.id === '' ? place.atMs - 1 : place.atMs;
      if (moment < query.sinceMs) return { items };
      const rows = await this.#rows(query, place, moment);
      for (const { found, at } of rows) {
        place = at;
        if (found && (query.runId === undefined || found.runId === query.runId)) items.push(found);
        if (items.length === query.limit) return { items, nextCursor: cursorOf(place) };
      }
      if (rows.length < sizeOf(query)) place = { atMs: endOfPartitionBefore(moment) + 1, id: '' };
    }
    return place.atMs - 1 < query.sinceMs ? { items } : { items, nextCursor: cursorOf(place) };
  }

  async #rows(query: DecisionQuery, place: DecisionPlace, moment: number) {
    const { day, shard } = decisionPartition(moment);
    const bounds = [BigInt(place.atMs), place.id, BigInt(Math.max(0, query.sinceMs))];
    const rows = await this.connection.rows(decisionStatements.page, [day, shard, ...bounds, sizeOf(query)]);
    return rows.map((row) => ({
      at: { atMs: numberOf(row, 'at_ms'), id: textOf(row, 'id') },
      found: readable(textOf(row, 'id'), () => decisionBody.decode(textOf(row, 'body')), {
        onUnreadable: () => undefined,
      }),
    }));
  }
}

function sizeOf({ runId, limit }: DecisionQuery): number {
  return runId === undefined ? limit : ROWS_TO_SEARCH;
}
