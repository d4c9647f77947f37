import { type TrialPlan } from './plan.js';
import { type TrialResult } from './trial.js';

/** What a thread is asked to do. */
export interface Job {
  readonly plan: TrialPlan;
  /** Lines of the story are wanted. */
  readonly tell?: boolean;
}

/** What it answers. */
export type Answer =
  | { readonly kind: 'done'; readonly result: TrialResult }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'failed'; readonly message: string };
