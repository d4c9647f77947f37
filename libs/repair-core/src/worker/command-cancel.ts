import type { CurrentCommand } from '../model/node-state.js';
import type { LifeContext } from './life-context.js';
import type { NodeStanding } from './node-watch.js';

/** A cancel waits this long for a fresh look at the node, then tries again later. */
const LOOK_PATIENCE_MS = 2_000;

/** What a cancel did: `hindered` leaves all as it is, the next one may do better. */
export type CancelAttempt = 'hindered' | 'named-parts' | 'whole-node';

type Said = { readonly code: string; readonly detail: string } | undefined;

/**
 * Asks once for the end of the own command and touches nothing else: the parts that can be named are ended; all repairs
 * of the node only where the operator allowed it and a fresh look found no other. Says what it did, or why not.
 */
export async function cancelCommand(context: LifeContext, why: string): Promise<CancelAttempt> {
  const { watch, memory, deps, settings } = context;
  const looked = await watch.lookWithin(LOOK_PATIENCE_MS);
  const { current } = memory;
  if (!current) return 'hindered';
  const standing = watch.standing();
  const tell = (said: Said) => memory.waitFor(said, deps.runtime.clock.wallMs());
  if (standing.unreachable !== undefined || !looked) {
    const detail = `${why}, not cancelled: ${standing.unreachable ?? 'the node does not answer'}`;
    tell({ code: 'NODE_UNREACHABLE', detail });
    return 'hindered';
  }
  if (settings.allowTerminateAll && standing.certain) {
    tell(undefined);
    // Awaited: one that is still under way when the next command starts would end that.
    await attempt(context, () => deps.node.terminateAll(), undefined);
    return 'whole-node';
  }
  const asked = await attempt(context, () => deps.node.cancel(targetOf(current, standing)), []);
  tell(asked.length > 0 ? asking(why, asked) : refusing(why, standing));
  return asked.length > 0 || standing.certain ? 'named-parts' : 'hindered';
}

function targetOf({ item, sessionId }: CurrentCommand, { alone }: NodeStanding) {
  const { keyspace, tables, mode } = item;
  return { keyspace, tables, mode, alone, ...(sessionId !== undefined && { sessionId }) };
}

async function attempt<T>({ watch }: LifeContext, call: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await call();
  } catch (error) {
    watch.failed(error);
    return otherwise;
  }
}

function asking(why: string, asked: readonly string[]): Said {
  return { code: 'CANCEL_WAITS', detail: `${why}; asked to end ${asked.join(', ')}` };
}

function refusing(why: string, { foreign, certain }: NodeStanding): Said {
  if (certain) return { code: 'CANCEL_WAITS', detail: `${why}; nothing of it can be ended alone now` };
  const stranger = foreign?.detail ?? 'There are sessions on the node that are not ours';
  return { code: 'FOREIGN_REPAIR', detail: `${why}, not cancelled: ${stranger}` };
}
