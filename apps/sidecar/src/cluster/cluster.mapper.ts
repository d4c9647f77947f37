import type { ClusterNode, KeyspaceInfo, Lease, NodePressure, NodeState } from '@reaper-sidecar/repair-core';
import type { TableAge } from '../ages/table-age.js';
import { toTime } from '../http/time.js';
import type { DatacenterDto, KeyspaceDto, LeaderDto, SidecarDto } from './cluster.dto.js';

/** A report may be this late before its sidecar counts as gone: clocks differ and reports queue. */
const LATE_REPORT_MS = 15_000;

export function toLeader({ holder, cause, acquiredAtMs }: Lease): LeaderDto {
  return { hostId: holder, cause, since: toTime(acquiredAtMs) };
}

export function toDatacenters(nodes: readonly ClusterNode[]): DatacenterDto[] {
  const names = [...new Set(nodes.map(({ datacenter }) => datacenter))].sort();
  return names.map((name) => {
    const members = nodes.filter(({ datacenter }) => datacenter === name);
    return {
      name,
      nodes: members.length,
      up: members.filter(({ up }) => up).length,
      racks: [...new Set(members.map(({ rack }) => rack))].sort(),
    };
  });
}

export function toKeyspace({ name, replicationClass, replicationFactors, tables }: KeyspaceInfo): KeyspaceDto {
  const copies = Object.values(replicationFactors).reduce((sum, factor) => sum + factor, 0);
  return {
    name,
    replicationClass,
    replicationFactors,
    repairable: replicationClass !== 'LocalStrategy' && copies > 1 && tables.length > 0,
    tables: [...tables],
  };
}

export function withAges(keyspace: KeyspaceDto, ages: readonly TableAge[]): KeyspaceDto {
  const own = new Map(ages.filter((age) => age.keyspace === keyspace.name).map((age) => [age.table, age]));
  const tables = keyspace.tables.map((table) => {
    const { state, oldestMs } = own.get(table.name) ?? {};
    return {
      ...table,
      ...(state !== undefined && { repairAge: state }),
      ...(oldestMs !== undefined && { lastRepairedAt: toTime(oldestMs) }),
    };
  });
  return { ...keyspace, tables };
}

export function toSidecar(
  { hostId, address, datacenter, rack }: ClusterNode,
  state: NodeState | undefined,
  leader: Lease | undefined,
  nowMs: number,
): SidecarDto {
  const identity = { hostId, address, datacenter, rack, leader: leader?.holder === hostId };
  if (!state) return { ...identity, seen: false, alive: false };
  return {
    ...identity,
    seen: true,
    alive: nowMs - state.writtenAtMs <= state.nextWithinMs + LATE_REPORT_MS,
    version: state.sidecarVersion,
    cassandraVersion: state.cassandraVersion,
    apiUrl: state.apiUrl,
    startedAt: toTime(state.startedAtMs),
    reportedAt: toTime(state.writtenAtMs),
    ...activity(state),
  };
}

function activity({ current, waiting, foreign, pressure }: NodeState): Partial<SidecarDto> {
  return {
    ...(current && {
      current: {
        runId: current.item.runId,
        seq: current.item.seq,
        state: current.state,
        since: toTime(current.sinceMs),
      },
    }),
    ...(waiting && { waiting: waiting.detail }),
    ...(foreign && { foreignRepair: foreign.detail }),
    ...load(pressure),
  };
}

function load(pressure: NodePressure): Partial<SidecarDto> {
  const { pendingCompactions, disk, otherStreams, hintFiles, hintDeliveries, unreachable } = pressure;
  return {
    ...(pendingCompactions !== undefined && { pendingCompactions }),
    ...(disk && { disk }),
    ...(otherStreams && { otherStreams }),
    ...(hintFiles !== undefined && { hintFiles }),
    ...(hintDeliveries !== undefined && { hintDeliveries }),
    ...(unreachable !== undefined && { nodeUnreachable: unreachable }),
  };
}
