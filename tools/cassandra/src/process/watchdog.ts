import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type Socket } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A directory is deleted by the watchdog only if it holds this file. */
const ephemeralMark = '.ephemeral';

/**
 * Collects pid files from standard input. End of input without the word "release" means that the parent is gone, by
 * whatever death: the kernel closes the pipe. The second sweep catches a program that was just being launched. The owner in
 * the pid file tells that program from one that somebody else launched in the meantime.
 */
const script = `
set -f
while IFS= read -r line; do
  [ "$line" = release ] && exit 0
  set -- "$@" "$line"
done
end() {
  expected=$1
  victim=$2
  shift 21
  [ "$1" = "$expected" ] && kill -9 "$victim"
}
sweep() {
  for file in "$@"; do
    { read -r pid ticks launcher < "$file"; } 2>/dev/null || continue
    [ "$launcher" = "$owner" ] || continue
    { read -r stat < "/proc/$pid/stat"; } 2>/dev/null || continue
    end "$ticks" "$pid" \${stat##*) } 2>/dev/null
  done
}
directory=$1
owner=$2
shift 2
sweep "$@"
sleep 1
sweep "$@"
[ -n "$directory" ] && [ -f "$directory/${ephemeralMark}" ] && rm -rf "$directory"
exit 0
`;

/**
 * A tiny shell process that ends the guarded processes (SIGKILL) as soon as this process has ended, be it by return,
 * exception, signal or `kill -9`. It lives in a session of its own, so that Ctrl-C does not reach it.
 */
export class Watchdog {
  /** To be written into the pid files of the guarded processes. */
  readonly owner = randomBytes(8).toString('hex');
  readonly #child: ChildProcess;
  readonly #guarded = new Set<string>();
  #released = false;

  /** @param ephemeralDirectory deleted, too, when this process ends without a release */
  constructor(ephemeralDirectory?: string) {
    if (ephemeralDirectory) writeFileSync(join(ephemeralDirectory, ephemeralMark), '');
    this.#child = spawn('/bin/sh', ['-c', script, 'cassandra-watchdog', ephemeralDirectory ?? '', this.owner], {
      cwd: '/',
      detached: true,
      env: { PATH: '/usr/bin:/bin' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child.unref();
    const input = this.#child.stdin as Socket | null;
    input?.unref();
    // A watchdog that somebody killed must not take this process down with EPIPE.
    input?.on('error', () => undefined);
    this.#child.on('error', () => undefined);
  }

  /** To be called before the launch: a pid file that does not exist yet is fine. */
  async guard(pidFile: string): Promise<void> {
    if (this.#guarded.has(pidFile)) return;
    this.#guarded.add(pidFile);
    await this.#send(pidFile);
  }

  /** From now on the guarded processes live on after this one. */
  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    const waits = this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined;
    const ended = waits ? once(this.#child, 'exit') : undefined;
    // While this waits there may be nothing else that keeps Node.js running.
    this.#child.ref();
    await this.#send('release');
    this.#child.stdin?.end();
    await ended;
  }

  #send(line: string): Promise<void> {
    return new Promise((resolve) => {
      const input = this.#child.stdin as Socket | null;
      if (!input?.writable) return resolve();
      input.ref();
      input.write(`${line}\n`, () => {
        input.unref();
        resolve();
      });
    });
  }
}
