import { parseArgs } from 'node:util';

export interface CommandLine {
  readonly action: 'run' | 'help' | 'version' | 'print-config' | 'bootstrap';
  readonly config?: string;
}

/** The arguments cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const HELP = `Usage: reaper-sidecar [options]
       reaper-sidecar bootstrap [options]

Runs beside one Apache Cassandra node and, together with the other sidecars, repairs the cluster.

Commands:
  bootstrap        create the first user of the cluster, an operator, and end: name from bootstrap.user
                   (REAPER_BOOTSTRAP_USER), password from bootstrap.passwordFile (REAPER_BOOTSTRAP_PASSWORD_FILE)
                   or from standard input

Options:
  --config <file>  YAML file with settings (default: REAPER_CONFIG, else none)
  --print-config   print the effective settings with secrets hidden, and end
  --version        print the version, and end
  --help           print this, and end

Every setting can also be given as an environment variable: http.port is REAPER_HTTP_PORT.
`;

/** @throws UsageError */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const config = values.config === undefined ? {} : { config: values.config };
  if (values.help) return { action: 'help' };
  if (values.version) return { action: 'version' };
  if (values['print-config']) return { action: 'print-config', ...config };
  return { action: commandOf(positionals), ...config };
}

/** @throws UsageError */
function commandOf(positionals: readonly string[]): 'run' | 'bootstrap' {
  if (positionals.length === 0) return 'run';
  if (positionals.length === 1 && positionals[0] === 'bootstrap') return 'bootstrap';
  throw new UsageError(`Unexpected argument ${positionals.join(' ')}\n\n${HELP}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        'print-config': { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}
