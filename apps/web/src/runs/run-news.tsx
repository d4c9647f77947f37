import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../api/client';
import { runSign } from './run-figures';

type Known = ReadonlyMap<string, Run['state']>;

/** Tells screen readers when a run changes its state; progress is left to those who look for it. */
export function RunNews({ runs }: { readonly runs: readonly Run[] | undefined }) {
  const [known, setKnown] = useState<Known>();
  const [news, setNews] = useState('');
  const [seen, setSeen] = useState(runs);
  if (runs && runs !== seen) {
    setSeen(runs);
    setKnown(new Map(runs.map(({ id, state }) => [id, state])));
    if (known) setNews(newsOf(runs, known) || news);
  }
  return <VisuallyHidden role="status">{news}</VisuallyHidden>;
}

function newsOf(runs: readonly Run[], known: Known): string {
  const changed = runs.filter(({ id, state }) => known.get(id) !== state);
  return changed.map((run) => `Repair of ${run.keyspace}: ${runSign(run).text}`).join('. ');
}
