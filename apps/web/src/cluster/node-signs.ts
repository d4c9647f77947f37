import type { Node, Sidecar } from '../api/client';
import type { Sign } from '../look/tone';

const MOVING: Readonly<Record<Exclude<Node['state'], 'NORMAL'>, Sign>> = {
  JOINING: { tone: 'risk', glyph: '↘', text: 'Joining' },
  LEAVING: { tone: 'risk', glyph: '↗', text: 'Leaving' },
  MOVING: { tone: 'risk', glyph: '↔', text: 'Moving' },
};

export function nodeSign({ up, state }: Node): Sign {
  if (!up) return { tone: 'late', glyph: '✕', text: 'Down' };
  return state === 'NORMAL' ? { tone: 'ok', glyph: '✓', text: 'Up' } : MOVING[state];
}

/** @param sidecar undefined while unknown */
export function sidecarSign(sidecar: Sidecar | undefined): Sign {
  if (!sidecar) return { tone: 'wait', glyph: '?', text: 'Unknown' };
  if (!sidecar.seen) return { tone: 'late', glyph: '◇', text: 'None seen' };
  if (!sidecar.alive) return { tone: 'late', glyph: '○', text: 'Silent' };
  return { tone: 'ok', glyph: '●', text: sidecar.leader ? 'Live, leader' : 'Live' };
}

/** What its node does now, or why it does nothing. A silent sidecar knows nothing of now. */
export function activityOf(sidecar: Sidecar | undefined): string {
  if (!sidecar) return '?';
  if (!sidecar.seen) return 'No sidecar has ever reported from this node. Start one beside it.';
  if (!sidecar.alive) return 'Look at the process and the log of its sidecar.';
  if (sidecar.nodeUnreachable) return `The sidecar cannot reach its node: ${sidecar.nodeUnreachable}`;
  if (sidecar.current) return `Repairs segment ${sidecar.current.seq}${NOTES[sidecar.current.state]}`;
  if (sidecar.foreignRepair) return `Waits for a repair that was not started here: ${sidecar.foreignRepair}`;
  return sidecar.waiting ?? 'Idle';
}

const NOTES = { starting: ' (starting)', running: '', cancelling: ' (cancelling)' } as const;
