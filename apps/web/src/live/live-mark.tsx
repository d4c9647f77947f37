import { POLL_MS } from '../api/queries';
import { SignBadge } from '../look/sign-badge';
import type { Sign } from '../look/tone';
import type { Liveness } from './liveness';

const SIGNS: Readonly<Record<Liveness['kind'], Sign>> = {
  live: { tone: 'ok', glyph: '●', text: 'Live' },
  connecting: { tone: 'wait', glyph: '◌', text: 'Connecting' },
  polling: { tone: 'risk', glyph: '◐', text: `Not live: read every ${POLL_MS / 1000} s` },
  stale: { tone: 'late', glyph: '○', text: 'Stale' },
};

/** Always in sight: whether the page shows the present. */
export function LiveMark({ liveness }: { readonly liveness: Liveness }) {
  return (
    <span role="status" aria-label="Connection">
      <SignBadge sign={SIGNS[liveness.kind]} />
    </span>
  );
}
