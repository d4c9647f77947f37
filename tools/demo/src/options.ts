import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** End after the proof instead of staying up until Ctrl-C. */
  readonly exit: boolean;
  readonly rows: number;
  /** Release of Apache Cassandra. */
  readonly version?: string;
  /** Port of the load balancer on 127.0.0.1. */
  readonly port: number;
}

export const HELP = `Starts three real Cassandra nodes, damages a replica, repairs it with three sidecars, and proves it.

  npm run demo -- [options]

  --exit           end after the proof, with an exit code (otherwise everything stays up until Ctrl-C)
  --rows N         rows per table, 10 to 100000 (default 1000)
  --version V      release of Apache Cassandra (default 5.0.9)
  --port P         port of the load balancer on 127.0.0.1 (default 8080)
  --help
`;

/** @throws TypeError with a message for people */
export function readOptions(args: readonly string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exit: { type: 'boolean', default: false },
      rows: { type: 'string', default: '1000' },
      version: { type: 'string' },
      port: { type: 'string', default: '8080' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    exit: values.exit,
    rows: wholeNumber('--rows', values.rows, 10, 100_000),
    port: wholeNumber('--port', values.port, 0, 65_535),
    ...(values.version === undefined ? {} : { version: values.version }),
  };
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new TypeError(`${option} must be a whole number from ${min} to ${max}, not "${text}"`);
}
