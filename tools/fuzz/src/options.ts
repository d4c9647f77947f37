export class UsageError extends Error {}

export interface Options {
  /** The short pass of `npm test`. */
  readonly short: boolean;
  readonly seed: number;
  /** Requests at least. */
  readonly requests: number;
}

export const HELP = `npm run fuzz -- [options]: calls every operation of the OpenAPI document with invented input, as nobody, viewer and operator

  --short         the pass of npm test: at most 90 s, always the same input
  --requests <n>  requests at least (20000)
  --seed <n>      repeats a run
`;

const SHORT_SEED = 1;
const MAX_SEED = 2 ** 32;

export function readOptions(args: readonly string[]): Options | 'help' {
  if (args.includes('--help')) return 'help';
  const short = args.includes('--short');
  const given = new Map<string, number>();
  const rest = args.filter((arg) => arg !== '--short');
  for (let at = 0; at < rest.length; at += 2) {
    const [name = '', value = ''] = rest.slice(at, at + 2);
    if (name !== '--requests' && name !== '--seed') throw new UsageError(`${name} is no option\n${HELP}`);
    if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} needs a number\n${HELP}`);
    given.set(name, Number(value));
  }
  const seed = given.get('--seed') ?? (short ? SHORT_SEED : Math.floor(Math.random() * MAX_SEED));
  return { short, seed, requests: given.get('--requests') ?? 20_000 };
}
