import { existsSync, readFileSync } from 'node:fs';

const LAST_LINES = 15;

/** A sidecar did not come up; the message ends with the last lines of its log. */
export class SidecarStartError extends Error {
  readonly code = 'SIDECAR_START';

  constructor(
    message: string,
    readonly logFile: string,
  ) {
    const log = existsSync(logFile)
      ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n')
      : '';
    super(`${message}. Log: ${logFile}\n${log}`);
    this.name = 'SidecarStartError';
  }
}
