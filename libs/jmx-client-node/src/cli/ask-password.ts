import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './usage-error.js';

/** Where a password is asked for. */
export interface PromptStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stderr: NodeJS.WritableStream;
}

/** Asks on the terminal, without echo. */
export function askPassword(user: string, { stdin, stderr }: PromptStreams): Promise<string> {
  if (stdin.isTTY !== true) throw new UsageError('no terminal to ask for the password; use --password-file');
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silence, terminal: true });
  stderr.write(`Password of ${user}: `);
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => reject(new UsageError('no password given')));
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
      stderr.write('\n');
    });
  });
}
