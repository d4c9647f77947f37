/** Something changed; whoever shows it reads it again. */
export type ChangeEvent =
  { readonly type: 'run'; readonly runId: string; readonly state: string } | { readonly type: 'cluster' };
