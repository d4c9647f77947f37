import type { Lease } from '../model/lease.js';
import type { RunState } from '../model/repair-run.js';
import type { Stamp } from '../model/stamp.js';
import type { Reason } from '../reasons/reason.js';
import type { Reign } from './reign.js';
import { stateOf } from './status.js';

export interface LeadershipSnapshot {
  readonly role: 'stopped' | 'watching' | 'taking-over' | 'leading';
  /** Whether this sidecar may act as the leader now. */
  readonly leads: boolean;
  /** Epoch of the leader as last seen. */
  readonly epoch?: Stamp;
  /** Host id of the leader as last seen; absent while nobody leads. */
  readonly holder?: string;
  /** When that leader acquired the lease, epoch ms by its clock. */
  readonly sinceMs?: number;
  /** Why it took over, or why this sidecar does not compete. */
  readonly why?: string;
  /** Why this leader starts nothing at all. */
  readonly hold?: Pick<Reason, 'code' | 'evidence'>;
  /** Only of a leading sidecar. */
  readonly hosts: readonly HostSnapshot[];
  readonly runs: readonly RunSnapshot[];
  /** End of the last complete tick, epoch ms. */
  readonly lastTickMs?: number;
}

export interface HostSnapshot {
  readonly hostId: string;
  readonly open: boolean;
  /** What still closes it. */
  readonly closedBecause?: string;
  readonly sidecar: 'live' | 'silent' | 'none';
  /** Items that its worker may have. */
  readonly held: number;
}

export interface RunSnapshot {
  readonly runId: string;
  readonly state: RunState;
  readonly reasons: readonly Reason[];
}

/** What the campaign knows. */
export interface CandidateFacts {
  readonly seen: Lease | undefined;
  readonly hindered: string | undefined;
  readonly isRunning: boolean;
}

export function snapshotOf(
  reign: Reign | undefined,
  { seen, hindered, isRunning }: CandidateFacts,
): LeadershipSnapshot {
  const leads = reign?.tenure.mayAct() ?? false;
  const why = hindered ?? seen?.cause;
  return {
    role: !isRunning ? 'stopped' : !reign || !leads ? 'watching' : reign.takenOver ? 'leading' : 'taking-over',
    leads,
    ...(seen && { epoch: seen.epoch }),
    ...(seen?.holder && { holder: seen.holder, sinceMs: seen.acquiredAtMs }),
    ...(why !== undefined && { why }),
    ...(reign?.storageHold && leads && { hold: reign.storageHold }),
    hosts: reign && leads ? hostsOf(reign) : [],
    runs:
      reign && leads
        ? [...reign.runs.values()].map((run) => ({ runId: run.runId, state: stateOf(run), reasons: run.reasons }))
        : [],
    ...(reign?.lastTickMs !== undefined && { lastTickMs: reign.lastTickMs }),
  };
}

function hostsOf(reign: Reign): readonly HostSnapshot[] {
  const { silenceGraceMs, fenceWaitMs } = reign.timings;
  return [...reign.hosts.values()].map((host) => {
    const gate = host.gate(reign.now(), fenceWaitMs);
    return {
      hostId: host.hostId,
      open: gate.open,
      ...(!gate.open && { closedBecause: gate.why }),
      sidecar: !host.state ? 'none' : host.silentForMs(silenceGraceMs) > 0 ? 'silent' : 'live',
      held: host.tasks().length,
    };
  });
}
