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
  const { sessions } = await deps.node.activity();
  const running = match ? [] : await runningAbove(context, current.commandBefore, sessions);
  const sinceIntentMs = Math.max(searchedMs, deps.runtime.clock.wallMs() - current.sinceMs);
  return { match, running, sessions, searchedMs, sinceIntentMs };
}

/**
 * Commands above a number that may still run. All that were heard of are asked for, since the word of their end may be
 * lost. Others only if a number was known before: without one any number may be an old one.
 */
async function runningAbove(
  { deps, ledger }: LifeContext,
  before: number,
  sessions: number | undefined,
): Promise<number[]> {
  const running = new Set(ledger.above(before));
  for (const number of new Set([...running, ...nextNumbers(before)])) {
    const { state } = await deps.node.status(number);
    const quietMs = deps.runtime.clock.monotonicMs() - (ledger.of(number)?.lastAtMs ?? 0);
    const isTraceless = state === 'unknown' && sessions === 0 && quietMs >= LOOK_EVERY_MS;
    if (state === 'running') running.add(number);
    else if (state !== 'unknown' || isTraceless) running.delete(number);
  }
  return [...running];
}

function nextNumbers(before: number): readonly number[] {
  return before > 0 ? Array.from({ length: NUMBERS_ASKED }, (_, index) => before + 1 + index) : [];
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
