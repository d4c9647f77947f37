import type { Page } from '../ports/runs.js';
import type { Decision } from './decision.js';

export interface DecisionQuery {
  /** Not older than this, epoch ms. */
  readonly sinceMs: number;
  /** Not newer than this, epoch ms. */
  readonly untilMs: number;
  readonly runId?: string;
  /** 1 to 500. */
  readonly limit: number;
  readonly cursor?: string;
}

/** Table `decision`: display only, kept for a month, best effort. */
export interface DecisionLog {
  append(decision: Decision): Promise<void>;
  /** Newest first. A page may be short, also empty: the end is where there is no cursor. */
  list(query: DecisionQuery): Promise<Page<Decision>>;
}
