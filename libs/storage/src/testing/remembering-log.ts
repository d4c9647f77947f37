import type { Log } from '@reaper-sidecar/repair-core';

/** Keeps warnings, for a test that failed to say why. */
export class RememberingLog implements Log {
  readonly lines: string[] = [];

  debug(): void {
    // Too much of it to keep.
  }

  info(message: string, fields = {}): void {
    this.lines.push(`info ${message} ${JSON.stringify(fields)}`);
  }

  warn(message: string, fields = {}): void {
    this.lines.push(`warn ${message} ${JSON.stringify(fields)}`);
  }

  error(message: string, fields = {}): void {
    this.lines.push(`error ${message} ${JSON.stringify(fields)}`);
  }
}
