import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly seed: number;
  /** Length of the time in which processes are killed. */
  readonly minutes: number;
  readonly sidecarKills: number;
  readonly nodeKills: number;
  /** Segments to be brought over their time beside a `nodetool repair`. */
  readonly timeouts: number;
}

/** What fits into five minutes with start, proof and all. */
export const SLICE: Omit<ChaosOptions, 'seed'> = { minutes: 1.5, sidecarKills: 5, nodeKills: 2, timeouts: 5 };

const LONG: Omit<ChaosOptions, 'seed'> = { minutes: 8, sidecarKills: 30, nodeKills: 10, timeouts: 100 };

export const HELP = `Three real Cassandra nodes with sidecars repair damaged tables while processes are killed and segments run over time.

  npm run chaos -- [options]

  --seed N           chooses victims and moments (default: of the clock; printed)
  --minutes N        time in which processes are killed (default ${LONG.minutes})
  --sidecar-kills N  kill -9 of sidecars (default ${LONG.sidecarKills})
  --node-kills N     kill -9 of Cassandra nodes (default ${LONG.nodeKills})
  --timeouts N       segments over their time beside a running nodetool repair (default ${LONG.timeouts})
  --slice            the five minutes that every change has to pass: ${SLICE.sidecarKills} and ${SLICE.nodeKills} kills in ${SLICE.minutes} minutes, ${SLICE.timeouts} timeouts
  --help

Ends with a table of verdicts; the exit code is 0 only if every one holds.
`;

/** @throws TypeError with a message for people */
export function readOptions(args: readonly string[]): ChaosOptions | 'help' {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: text,
      minutes: text,
      'sidecar-kills': text,
      'node-kills': text,
      timeouts: text,
      slice: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const base = values.slice ? SLICE : LONG;
  return {
    seed: wholeNumber('--seed', values.seed ?? String(Date.now() % 1_000_000), 2 ** 32 - 1),
    minutes: positive('--minutes', values.minutes ?? String(base.minutes)),
    sidecarKills: wholeNumber('--sidecar-kills', values['sidecar-kills'] ?? String(base.sidecarKills), 1_000),
    nodeKills: wholeNumber('--node-kills', values['node-kills'] ?? String(base.nodeKills), 1_000),
    timeouts: wholeNumber('--timeouts', values.timeouts ?? String(base.timeouts), 1_000),
  };
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new TypeError(`${option} must be a whole number from 0 to ${max}, not "${text}"`);
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 10_000) return value;
  throw new TypeError(`${option} must be a number above 0 and at most 10000, not "${text}"`);
}
