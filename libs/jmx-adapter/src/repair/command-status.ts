import { type CommandStatus, type PreviewFinding } from '@reaper-sidecar/repair-core';
import { UnexpectedAnswerError } from '../mbeans/java-values.js';
import { previewFinding } from './preview-finding.js';

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
  const preview = messages.map(findingOf).find((found) => found !== undefined);
  return { state, messages, ...(preview && { preview }) };
}

/** 4.1 and later append the finding to the sentence of success. */
function findingOf(message: string): PreviewFinding | undefined {
  return previewFinding(message.replace(/^Repair preview completed successfully;\s*/, ''));
}
