import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { createPlacer } from '../leader/placement.js';
import type { RunCreation } from '../model/repair-run.js';
import type { SegmentRow } from '../model/segment.js';
import type { SegmentStore } from '../ports/runs.js';
import { bringToLife, type CreatePorts } from './create-run.js';
import { editRun, replayEdit } from './edit-run.js';
import { readRun } from './read-run.js';
import { NothingToRepairError, RunFinishedError, UnknownSegmentError } from './run-errors.js';

export type ReplayPorts = CreatePorts & { readonly segments: SegmentStore };

/** The run that repairs the segment once more: the same one while it is unfinished, else a new one. */
export interface Replay {
  readonly runId: string;
  readonly isNew: boolean;
}

/**
 * Repairs one segment once more. Of an unfinished run by raising the round in which it is wanted; no row is reset, so
 * no leader can lose it. Of an ended run by a new run of that segment alone, which names the old one.
 *
 * @throws UnknownRunError, UnknownSegmentError, RunAbortingError, EditConflictError; of an ended run everything of
 *   createRun, first of all UnitBusyError while another run repairs the same
 */
export async function replaySegment(
  ports: ReplayPorts,
  runId: string,
  seq: number,
  createdBy: string,
): Promise<Replay> {
  const { creation, result } = await readRun(ports.runs, runId);
  const row = await segmentOf(ports.segments, creation, seq);
  if (!result) {
    try {
      await editRun(ports.runs, runId, replayEdit(seq));
      return { runId, isNew: false };
    } catch (error) {
      // It may have ended since it was read.
      if (!(error instanceof RunFinishedError)) throw error;
    }
  }
  return { runId: await repeat(ports, creation, row, createdBy), isNew: true };
}

async function segmentOf(segments: SegmentStore, { runId, planId }: RunCreation, seq: number): Promise<SegmentRow> {
  const [row] = await segments.readSome(planId, [seq]);
  if (!row) throw new UnknownSegmentError(runId, seq);
  return row;
}

async function repeat(ports: ReplayPorts, old: RunCreation, row: SegmentRow, createdBy: string): Promise<string> {
  const { entropy, clock } = ports.runtime;
  const unit = await unitNow(ports, old);
  const segments = await segmentsNow(ports, unit, row);
  const creation: RunCreation = {
    ...{ runId: entropy.uuid(), planId: entropy.uuid(), unit, partitioner: old.partitioner },
    sizing: { kind: 'count', segments: segments.length },
    segmentCount: segments.length,
    initialSpec: { ...old.initialSpec, desired: 'running', rounds: {} },
    createdAtMs: clock.wallMs(),
    createdBy,
    cause: `Segment ${row.segment.seq} of run ${old.runId} once more`,
    replayOf: { runId: old.runId, seqs: [row.segment.seq] },
  };
  await bringToLife(ports, creation, segments);
  return creation.runId;
}

/** What is left of the unit: tables may have been dropped since. */
async function unitNow({ schema }: ReplayPorts, { unit }: RunCreation): Promise<RunCreation['unit']> {
  const known = new Set((await schema.keyspace(unit.keyspace))?.tables.map(({ name }) => name));
  const tables = unit.tables.filter((name) => known.has(name));
  if (tables.length === 0)
    throw new NothingToRepairError(unit.keyspace, 'none of the tables of that run exists any more');
  return { ...unit, tables };
}

/** The ranges of the segment, one segment for each replica set that they have now. */
async function segmentsNow(
  { cluster }: ReplayPorts,
  unit: RunCreation['unit'],
  { segment }: SegmentRow,
): Promise<readonly PlannedSegment[]> {
  const { nodes } = await cluster.topology();
  const places = createPlacer(unit, await cluster.ring(unit.keyspace), nodes)(segment);
  if (places.length === 0)
    throw new NothingToRepairError(unit.keyspace, 'no replica of the segment takes part in the repair any more');
  const ringShare = segment.ringShare / places.length;
  return places.map(({ ranges, participants: replicas, coordinator }, seq) => ({
    ...{ seq, ranges, replicas, ringShare },
    ...(coordinator !== undefined && { coordinator }),
  }));
}
