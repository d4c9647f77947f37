import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { BUGS } from './bugs.js';

export const USAGE = `npm run simulate -- <what>
  --seeds A..B [--nodes N] [--tell]     trials under faults; --tell tells the story of each
  --plan FILE [--tell]                  the trial that a violation was shrunk to
  --nodes N --days D (or --hours H)     a big cluster at work: figures
  --bugs                                every bug planted in turn; each must be caught
  --bug NAME [--seeds A..B] [--tell]    one bug
  --ci                                  everything that must hold
  --threads T                           default: one for each processor`;

export interface Seeds {
  readonly from: number;
  readonly to: number;
}

/** What is to be simulated. */
export type Options = { readonly threads: number } & (
  | {
      readonly what: 'trials';
      readonly seeds: Seeds;
      /** 3 to 5000; undefined: drawn by each seed. */
      readonly nodes: number | undefined;
      readonly bug: string | undefined;
      readonly tell: boolean;
    }
  | { readonly what: 'plan'; readonly file: string; readonly bug: string | undefined; readonly tell: boolean }
  | { readonly what: 'scale'; readonly nodes: number; readonly hours: number; readonly seed: number }
  | { readonly what: 'bugs'; readonly names: readonly string[] }
  | { readonly what: 'ci' }
);

/** The command line was not understood; the message names every mistake. */
export class UsageError extends Error {
  readonly code = 'USAGE';
  readonly retryable = false;

  constructor(mistakes: readonly string[]) {
    super(`${mistakes.join('; ')}.\nUsage: ${USAGE}`);
  }
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const given = valuesOf(args);
  const mistakes: string[] = [];
  const number = (name: 'nodes' | 'days' | 'hours' | 'threads', text: string | undefined, min: number, max: number) => {
    const value = Number(text);
    const isRight = value >= min && value <= max && (Number.isInteger(value) || name === 'days' || name === 'hours');
    if (text !== undefined && !isRight)
      mistakes.push(
        `--${name} must be a ${name === 'days' || name === 'hours' ? '' : 'whole '}number, ${min} to ${max}`,
      );
    return text === undefined ? undefined : value;
  };
  const nodes = number('nodes', given.nodes, 3, 5_000);
  const hours = number('hours', given.hours, 0.01, 10_000) ?? hoursOf(number('days', given.days, 0.01, 400));
  const threads = number('threads', given.threads, 1, 64) ?? Math.max(1, availableParallelism());
  const seeds = seedsOf(given.seeds, mistakes);
  const { bug, tell = false } = given;
  if (bug !== undefined && !BUGS.some(({ name }) => name === bug)) {
    mistakes.push(`--bug must be one of ${BUGS.map(({ name }) => name).join(', ')}`);
  }
  const wanted = wantedOf();
  if (!wanted) mistakes.push('say what to simulate');
  if (!wanted || mistakes.length > 0) throw new UsageError(mistakes);
  return { threads, ...wanted };

  function wantedOf() {
    if (given.ci) return { what: 'ci' } as const;
    if (given.plan !== undefined) return { what: 'plan', file: given.plan, bug, tell } as const;
    if (seeds && hours === undefined) return { what: 'trials', seeds, nodes, bug, tell } as const;
    if (given.bugs || bug !== undefined) return { what: 'bugs', names: bug === undefined ? [] : [bug] } as const;
    if (nodes !== undefined && hours !== undefined)
      return { what: 'scale', nodes, hours, seed: seeds?.from ?? 1 } as const;
    return undefined;
  }
}

function hoursOf(days: number | undefined): number | undefined {
  return days === undefined ? undefined : days * 24;
}

function seedsOf(text: string | undefined, mistakes: string[]): Seeds | undefined {
  if (text === undefined) return undefined;
  const [from = Number.NaN, to = from] = (/^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(text) ?? [])
    .slice(1)
    .filter((one) => one !== undefined)
    .map(Number);
  if (from <= to) return { from, to };
  mistakes.push('--seeds must be a number, or two in rising order like 1..20');
  return undefined;
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    ...{ nodes: text, seeds: text, hours: text, days: text, threads: text, plan: text, bug: text },
    ...{ bugs: flag, ci: flag, tell: flag },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError([error instanceof Error ? error.message : String(error)]);
  }
}
