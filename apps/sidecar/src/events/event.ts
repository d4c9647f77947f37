/** A run and what is wanted or became of it. */
export interface RunChange {
  readonly runId: string;
  readonly state: string;
}

/** Something changed; whoever shows it reads it again. */
export type ChangeEvent = ({ readonly type: 'run' } & RunChange) | { readonly type: 'cluster' };

/** What a stream sends. A snapshot stands for everything that may have been missed: read again whatever is shown. */
export type StreamEvent =
  ChangeEvent | { readonly type: 'snapshot'; readonly runs: readonly RunChange[] } | { readonly type: 'heartbeat' };
