import { useQuery } from '@tanstack/react-query';
import type { Run } from '../api/client';
import { explanationQuery } from '../api/queries';

/** The worst reason why parts of an unfinished run wait, and what can be done. */
export function WhyItWaits({ run }: { readonly run: Run }) {
  const { data, error } = useQuery({
    ...explanationQuery(run.id),
    enabled: run.waiting > 0 || run.segments.running === 0,
  });
  const [reason, ...others] = data?.reasons ?? [];
  if (!reason || error) return null;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${reason.title}: ${withFullStop(reason.evidence)} ${reason.remedy}${more}`;
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
