import { type CommandStatus } from '@reaper-sidecar/repair-core';
import { UnexpectedAnswerError } from '../mbeans/java-values.js';

const STATES: Readonly<Record<string, Exclude<CommandStatus['state'], 'unknown'>>> = {
  IN_PROGRESS: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
};

/**
 * Reads the answer of `getParentRepairStatus`: null, or a list that begins with the state; the rest are messages
 * (`ActiveRepairService.ParentRepairStatus`).
 */
export function commandStatus(answer: readonly string[] | undefined): CommandStatus {
  if (answer === undefined) return { state: 'unknown' };
  const [name = '', ...messages] = answer;
  const state = STATES[name];
  if (state === undefined) throw new UnexpectedAnswerError('the state of a repair command', 'a known one', name);
  return { state, messages };
}
