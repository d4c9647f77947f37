import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  connect: { type: 'string', short: 'c' },
  'rmi-host': { type: 'string' },
  'rmi-port': { type: 'string' },
  'advertised-host': { type: 'boolean' },
  user: { type: 'string', short: 'u' },
  'password-file': { type: 'string' },
  tls: { type: 'boolean' },
  ca: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'plain-registry': { type: 'boolean' },
  insecure: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  signature: { type: 'string' },
  types: { type: 'string' },
  count: { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

export type Flags = ReturnType<typeof parse>['values'];

/** The command line taken apart. */
export interface Arguments {
  readonly flags: Flags;
  readonly command: string;
  readonly operands: readonly string[];
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

/** @throws UsageError */
export function parseArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parse(args);
    const [command = '', ...operands] = positionals;
    return { flags: values, command, operands };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError */
export function toInteger(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--${flag} wants a number`);
  return Number(text);
}

/** Commas inside quotes do not occur in Java type names. */
export function toList(text: string | undefined): string[] | undefined {
  return text?.split(',').map((part) => part.trim());
}
