import { parseArgs } from 'node:util';

export const USAGE = 'node tools/simulate/dist/main.js --nodes N --seeds A..B [--hours H]';

/** What is simulated. */
export interface SimulationOptions {
  /** 3 to 200. */
  readonly nodes: number;
  /** First and last seed, each a trial of its own. */
  readonly seeds: { readonly from: number; readonly to: number };
  /** Virtual hours of each trial at least; a trial ends between two runs. Above 0, up to 10 000. @default 1 */
  readonly hours: number;
}

/** The command line was not understood; the message names every mistake. */
export class UsageError extends Error {
  readonly code = 'USAGE';
  readonly retryable = false;

  constructor(mistakes: readonly string[]) {
    super(`${mistakes.join('; ')}.\nUsage: ${USAGE}`);
  }
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): SimulationOptions {
  const { nodes, seeds, hours = '1' } = valuesOf(args);
  const nodeCount = Number(nodes);
  const hourCount = Number(hours);
  const [from = Number.NaN, to = from] = (/^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(seeds ?? '') ?? [])
    .slice(1)
    .filter((text) => text !== undefined)
    .map(Number);
  const mistakes = [
    !(Number.isInteger(nodeCount) && nodeCount >= 3 && nodeCount <= 200) && '--nodes must be a whole number, 3 to 200',
    !(from <= to) && '--seeds must be a number, or two in rising order like 1..20',
    !(hourCount > 0 && hourCount <= 10_000) && '--hours must be a number above 0, at most 10000',
  ].filter((mistake) => mistake !== false);
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return { nodes: nodeCount, seeds: { from, to }, hours: hourCount };
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { nodes: text, seeds: text, hours: text } }).values;
  } catch (error) {
    throw new UsageError([error instanceof Error ? error.message : String(error)]);
  }
}
