import type { Decision } from '../decisions/decision.js';
import type { DecisionLog, DecisionQuery } from '../decisions/decision-log.js';
import { cursorOf, placeOf } from '../decisions/decision-place.js';
import type { Page } from '../ports/runs.js';
import type { MemoryClient } from './memory-client.js';
import { checkLimit } from './memory-cursor.js';
import type { MemoryTables } from './memory-tables.js';

export class MemoryDecisionLog implements DecisionLog {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  append(decision: Decision): Promise<void> {
    const apply = () => this.tables.decisions.at(decision.id).write(decision, decision.atMs);
    return this.client.execute({ operation: 'decisions.append', kind: 'write', apply });
  }

  async list(query: DecisionQuery): Promise<Page<Decision>> {
    const { sinceMs, runId, limit } = query;
    const from = placeOf(query);
    checkLimit(limit);
    const apply = () => {
      const all = this.tables.decisions.live().map(({ value }) => value);
      const found = all
        .filter((one) => isBefore(one, from) && one.atMs >= sinceMs && (runId === undefined || one.runId === runId))
        .sort((a, b) => (isBefore(b, a) ? -1 : 1));
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return last && found.length > limit ? { items, nextCursor: cursorOf(last) } : { items };
    };
    return this.client.execute({ operation: 'decisions.list', kind: 'read', apply });
  }
}

function isBefore(a: Pick<Decision, 'atMs' | 'id'>, b: Pick<Decision, 'atMs' | 'id'>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.id < b.id);
}
