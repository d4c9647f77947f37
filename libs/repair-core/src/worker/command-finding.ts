import { NodeUnreachableError } from '../errors/domain-error.js';
import type { CurrentCommand } from '../model/node-state.js';
import { isOurs, searchStep, type Trace } from './command-search.js';
import { nodeRestarted, type Ending } from './command-verdict.js';
import type { LifeContext } from './life-context.js';

/** `follow`: number or session are now known. Undefined ending: the worker stopped. */
export type Found = { readonly kind: 'follow' } | { readonly kind: 'ended'; readonly ending: Ending | undefined };

const LOOK_EVERY_MS = 2_000;

/** That many numbers after the last known one are asked for. */
const NUMBERS_ASKED = 8;

/** Looks for the announced command, whose start had no answer or was sent by an earlier process, until its fate is clear. */
export async function findCommand(context: LifeContext): Promise<Found> {
  const { stop, memory, deps, wake } = context;
  const beganMs = deps.runtime.clock.monotonicMs();
  while (!stop.aborted && memory.current) {
    const found = await look(context, memory.current, deps.runtime.clock.monotonicMs() - beganMs);
    if (stop.aborted) break;
    if (found) return found;
    await wake.wait(LOOK_EVERY_MS);
  }
  return { kind: 'ended', ending: undefined };
}

async function look(context: LifeContext, current: CurrentCommand, searchedMs: number): Promise<Found | undefined> {
  const { life, memory, watch, deps, settings } = context;
  try {
    const { jvmStartMs } = await life.confirm(true);
    if (jvmStartMs !== current.jvmStartMs) return { kind: 'ended', ending: nodeRestarted() };
    const trace = await traceOf(context, current, searchedMs);
    const step = searchStep(trace, current.item.timeoutMs, settings.timings);
    if (step.kind === 'ended') return step;
    if (step.kind === 'found') return identified(context, step.recorded);
    memory.waitFor({ code: 'IN_DOUBT', detail: step.detail }, deps.runtime.clock.wallMs());
  } catch (error) {
    if (error instanceof NodeUnreachableError) watch.failed(error);
    const detail = `Looking for a command: ${error instanceof Error ? error.message : String(error)}`;
    memory.waitFor({ code: 'IN_DOUBT', detail }, deps.runtime.clock.wallMs());
  }
  return undefined;
}

async function traceOf(context: LifeContext, current: CurrentCommand, searchedMs: number): Promise<Trace> {
  const { deps } = context;
  const recent = await deps.history.recent(current.item.keyspace);
  const match = recent?.find((one) => isOurs(current, one));
  const running = match ? [] : await runningAbove(context, current.commandBefore);
  const { sessions } = await deps.node.activity();
  const sinceIntentMs = Math.max(searchedMs, deps.runtime.clock.wallMs() - current.sinceMs);
  return { match, running, sessions, searchedMs, sinceIntentMs };
}

/** Without a number known before, any number may be an old one: then only the record can tell. */
async function runningAbove({ deps, ledger }: LifeContext, before: number): Promise<number[]> {
  const running = new Set(ledger.above(before));
  for (let number = before + 1; before > 0 && number <= before + NUMBERS_ASKED; number++) {
    const { state } = await deps.node.status(number);
    if (state === 'running') running.add(number);
    else if (state !== 'unknown') running.delete(number);
  }
  return [...running];
}

function identified(
  context: LifeContext,
  recorded: { readonly sessionId: string; readonly commandNumber?: number },
): Found {
  context.memory.learnt({ sessionId: recorded.sessionId });
  const number = recorded.commandNumber ?? context.ledger.ofSession(recorded.sessionId)?.commandNumber;
  if (number !== undefined) context.claim(number);
  context.memory.waitFor(undefined, context.deps.runtime.clock.wallMs());
  return { kind: 'follow' };
}
