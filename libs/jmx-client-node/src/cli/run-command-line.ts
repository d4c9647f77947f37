import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JmxConnection } from '../connection/jmx-connection.js';
import { JmxError, JmxErrorCode, JmxRemoteError } from '../errors.js';
import { type Arguments, parseArguments } from './arguments.js';
import { COMMANDS, type CommandContext } from './commands.js';
import { toConnectOptions } from './connect-flags.js';
import { printable } from './render.js';
import { USAGE } from './usage.js';
import { UsageError } from './usage-error.js';

/** The parts of `process` the command needs. */
export interface CommandLineProcess {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  once(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

export const ExitCode = { Done: 0, Failed: 1, Usage: 2 } as const;

/** Runs the `jmx` command. Resolves to the exit status. */
export async function runCommandLine(argv: readonly string[], io: CommandLineProcess): Promise<number> {
  try {
    const args = parseArguments(argv);
    if (args.flags.help === true) return say(io, USAGE);
    if (args.flags.version === true) return say(io, `${packageVersion()}\n`);
    await runCommand(args, io);
    return ExitCode.Done;
  } catch (error) {
    io.stderr.write(`jmx: ${explain(error)}\n`);
    return isUsage(error) ? ExitCode.Usage : ExitCode.Failed;
  }
}

function say(io: CommandLineProcess, text: string): number {
  io.stdout.write(text);
  return ExitCode.Done;
}

function packageVersion(): string {
  const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

async function runCommand(args: Arguments, io: CommandLineProcess): Promise<void> {
  const command = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined;
  if (command === undefined) {
    throw new UsageError(
      args.command === '' ? 'a command is needed; see --help' : `there is no command ${args.command}`,
    );
  }
  checkOutput(args);
  const interrupt = new AbortController();
  io.once('SIGINT', () => interrupt.abort());
  const connection = await JmxConnection.connect({
    ...(await toConnectOptions(args.flags, io)),
    signal: interrupt.signal,
  });
  interrupt.signal.addEventListener('abort', () => void connection.close());
  const context: CommandContext = {
    connection,
    args,
    write: (text) => void io.stdout.write(text),
    remark: (text) => void io.stderr.write(`jmx: ${printable(text)}\n`),
    interrupted: interrupt.signal,
  };
  try {
    await command(context);
  } finally {
    await connection.close();
  }
}

function checkOutput({ flags }: Arguments): void {
  if (flags.output !== undefined && flags.output !== 'table' && flags.output !== 'json') {
    throw new UsageError('--output is table or json');
  }
}

const USAGE_CODES: ReadonlySet<string> = new Set([
  JmxErrorCode.InvalidOptions,
  JmxErrorCode.MalformedObjectName,
  JmxErrorCode.EncodeFailed,
]);

function isUsage(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof JmxError && USAGE_CODES.has(error.code));
}

/** One line a person can act on; the code is for searching. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof JmxError)) return printable((error as Error).message);
  const causes = error instanceof JmxRemoteError ? causeTexts(error) : '';
  return `${printable(error.message)}${causes} [${error.code}]`;
}

function causeTexts(error: JmxRemoteError): string {
  const { target } = error.throwable.unwrap();
  return target
    .chain()
    .slice(1)
    .map((cause) => `, caused by ${printable(cause.toString())}`)
    .join('');
}
