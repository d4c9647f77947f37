import type { Log, LogFields } from '@reaper-sidecar/repair-core';
import { pino, stdSerializers, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config/config.js';

/** JSON lines on standard output. */
export function pinoLog(level: LogLevel): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: stdSerializers.err, cause: stdSerializers.err },
  });
  return {
    debug: (message: string, fields?: LogFields) => logger.debug(fields ?? {}, message),
    info: (message: string, fields?: LogFields) => logger.info(fields ?? {}, message),
    warn: (message: string, fields?: LogFields) => logger.warn(fields ?? {}, message),
    error: (message: string, fields?: LogFields) => logger.error(fields ?? {}, message),
  };
}
