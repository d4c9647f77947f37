import { Injectable } from '@nestjs/common';
import { ageBuckets, type AgeInterval, InvalidCursorError } from '@reaper-sidecar/repair-core';
import { createRangeRemapper, partitionerFromClassName } from '@reaper-sidecar/segment-planner';
import { type HeldBack, RepairAges } from '../ages/repair-ages.js';
import type { TableAge } from '../ages/table-age.js';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { ApiError } from '../http/api-error.js';
import type { PageQueryDto } from '../http/paging.dto.js';
import { toTime } from '../http/time.js';
import type {
  AgeMapDto,
  AgeMapQueryDto,
  RangeAgeDto,
  RepairAgePageDto,
  RepairAgeQueryDto,
  TableRepairAgeDto,
} from './repair-age.dto.js';
import { heldBackOf, toHeldBack, toRepairAge } from './repair-age.mapper.js';

@Injectable()
export class RepairAgeService {
  constructor(
    private readonly backend: Backend,
    private readonly ages: RepairAges,
    private readonly readModel: ReadModel,
  ) {}

  async list(query: RepairAgeQueryDto): Promise<RepairAgePageDto> {
    const [all, heldBack] = await Promise.all([this.ages.all(), this.ages.heldBack()]);
    const { items, ...more } = pageOf(wanted(all, query), query);
    return { items: items.map((age) => toRepairAge(age, heldBack, this.nowMs())), ...more };
  }

  async map(query: AgeMapQueryDto): Promise<AgeMapDto> {
    const [all, topology] = await Promise.all([this.ages.all(), this.readModel.topology()]);
    const partitioner = partitionerFromClassName(topology.partitioner);
    const { items, ...more } = pageOf(wanted(all, query), query);
    const nowMs = this.nowMs();
    const rows = items.map(({ keyspace, table, gcGraceSeconds, intervals }) => ({
      ...{ keyspace, table, gcGraceSeconds },
      cells: ageBuckets(partitioner, intervals, query.buckets).map(({ oldestMs, repairedShare }) => ({
        ...(oldestMs !== undefined && { worstAgeS: Math.max(0, Math.round((nowMs - oldestMs) / 1_000)) }),
        repairedShare,
      })),
    }));
    return { items: rows, ...more };
  }

  async table(keyspace: string, table: string, page: PageQueryDto): Promise<TableRepairAgeDto> {
    const [all, heldBack] = await Promise.all([this.ages.all(), this.ages.heldBack()]);
    const age = all.find((one) => one.keyspace === keyspace && one.table === table);
    if (!age) {
      const hint = 'GET /api/v1/reports/repair-age lists the tables that can be repaired';
      throw new ApiError('NOT_FOUND', `There is no repair age of table ${keyspace}.${table}; ${hint}`);
    }
    const { items, ...more } = pageOf(await this.ranges(age, heldBackOf(age, heldBack)), page);
    return { ...toRepairAge(age, heldBack, this.nowMs()), ranges: [...items], ...more };
  }

  private async ranges(age: TableAge, heldBack: readonly HeldBack[]): Promise<readonly RangeAgeDto[]> {
    const remap = createRangeRemapper(await this.backend.cluster.ring(age.keyspace));
    const oldestFirst = [...age.intervals].sort((a, b) => (a.startedAtMs ?? 0) - (b.startedAtMs ?? 0));
    return oldestFirst.flatMap((interval) =>
      remap([interval.range]).flatMap(({ ranges, replicas }) =>
        ranges.map(({ start, end }) => ({
          start: String(start),
          end: String(end),
          replicas,
          ...timesOf(interval, age),
          heldBackBy: heldBack.filter((one) => concerns(one, replicas)).map(toHeldBack),
        })),
      ),
    );
  }

  private nowMs(): number {
    return this.backend.runtime.clock.wallMs();
  }
}

function wanted(all: readonly TableAge[], { keyspace, state, q }: RepairAgeQueryDto): readonly TableAge[] {
  return all.filter(
    (one) =>
      (keyspace === undefined || one.keyspace === keyspace) &&
      (state === undefined || one.state === state) &&
      (q === undefined || `${one.keyspace}.${one.table}`.includes(q)),
  );
}

function timesOf({ startedAtMs }: AgeInterval, { gcGraceSeconds }: TableAge) {
  if (startedAtMs === undefined) return {};
  const deadlineMs = startedAtMs + gcGraceSeconds * 1_000;
  return { lastRepairedAt: toTime(startedAtMs), ...(gcGraceSeconds > 0 && { deadline: toTime(deadlineMs) }) };
}

/** A run that waits as a whole concerns every range. */
function concerns({ replicas: waiting }: HeldBack, replicas: readonly string[]): boolean {
  return waiting.length === 0 || waiting.every((hostId) => replicas.includes(hostId));
}

function pageOf<T>(all: readonly T[], { limit, cursor = '0' }: PageQueryDto) {
  if (!/^\d{1,9}$/.test(cursor)) throw new InvalidCursorError('The cursor is not one that this listing returned');
  const from = Number(cursor);
  const items = all.slice(from, from + limit);
  return { items, ...(from + limit < all.length && { nextCursor: String(from + limit) }) };
}
