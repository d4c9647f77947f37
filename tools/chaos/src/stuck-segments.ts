import type { LoggedCommand } from '@reaper-sidecar/cassandra-rig';
import type { RunRecord, Spell } from './run-record.js';

export interface HostDeath {
  readonly hostId: string | undefined;
  readonly atMs: number;
}

/** How long attempts were still shown as running after their commands had really ended: by Cassandra's record, or with their node. */
export function longestAfterEnd(
  records: readonly RunRecord[],
  log: readonly LoggedCommand[],
  deaths: readonly HostDeath[],
): { readonly ms: number; readonly what: string } {
  const bySession = new Map(log.map((command) => [command.sessionId, command]));
  let longest = { ms: 0, what: 'none' };
  for (const { spells, last } of records) {
    for (const spell of spells.values()) {
      const endMs = realEnd(spell, bySession, deaths);
      const ms = endMs === undefined ? 0 : spell.lastSeenMs - endMs;
      if (ms > longest.ms) longest = { ms, what: `run ${last.id}: ${JSON.stringify(spell)}` };
    }
  }
  return longest;
}

function realEnd(spell: Spell, log: ReadonlyMap<string, LoggedCommand>, deaths: readonly HostDeath[]) {
  const command = spell.sessionId === undefined ? undefined : log.get(spell.sessionId);
  if (command?.endedMs !== undefined) return command.endedMs;
  const startedMs = command?.startedMs;
  if (startedMs === undefined) return undefined;
  return deaths.find(({ hostId, atMs }) => hostId === spell.coordinator && atMs >= startedMs)?.atMs;
}
