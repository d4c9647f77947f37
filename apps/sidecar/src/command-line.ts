import { parseArgs } from 'node:util';

export interface CommandLine {
  readonly action: 'run' | 'help' | 'version' | 'print-config';
  readonly config?: string;
}

/** The arguments cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const HELP = `Usage: reaper-sidecar [options]

Runs beside one Apache Cassandra node and, together with the other sidecars, repairs the cluster.

Options:
  --config <file>  YAML file with settings (default: REAPER_CONFIG, else none)
  --print-config   print the effective settings with secrets hidden, and end
  --version        print the version, and end
  --help           print this, and end

Every setting can also be given as an environment variable: http.port is REAPER_HTTP_PORT.
`;

/** @throws UsageError */
export function readCommandLine(args: readonly string[]): CommandLine {
  const values = parse(args);
  const config = values.config === undefined ? {} : { config: values.config };
  if (values.help) return { action: 'help' };
  if (values.version) return { action: 'version' };
  return { action: values['print-config'] ? 'print-config' : 'run', ...config };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        config: { type: 'string' },
        'print-config': { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}
