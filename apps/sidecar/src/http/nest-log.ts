import type { LoggerService } from '@nestjs/common';
import type { Log } from '@reaper-sidecar/repair-core';

/** Messages of the framework in the log of the process; its start-up chatter at debug level. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...context: unknown[]): void {
    this.target.debug('Framework', { text: String(message), context });
  }

  error(message: unknown, ...context: unknown[]): void {
    this.target.error('Framework error', { text: String(message), context });
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn('Framework warning', { text: String(message), context });
  }
}
