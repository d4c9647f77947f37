import { type RepairEvent } from '@reaper-sidecar/repair-core';
import { type MBeanNotification } from '../connection/mbean-access.js';
import { previewFinding } from './preview-finding.js';

/** `ProgressEventType` by ordinal, the same in all releases. */
const EVENT_TYPES: readonly RepairEvent['type'][] = [
  'START',
  'PROGRESS',
  'ERROR',
  'ABORT',
  'SUCCESS',
  'COMPLETE',
  'NOTIFICATION',
];

/** Other sources on the same MBean are `bootstrap`, `rebuild` and the like. */
const REPAIR_SOURCE = /^repair:(\d{1,10})$/;

const START_MESSAGE = /^Starting repair command #\d+ \(([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\)/i;

/** START repeats all options of the command, with every range. */
const MAX_MESSAGE_LENGTH = 4_000;

/** Reads a progress notification of StorageService; undefined for everything that is not about a repair command. */
export function repairEvent(notification: MBeanNotification): RepairEvent | undefined {
  if (notification.type !== 'progress' || typeof notification.source !== 'string') return undefined;
  const [, commandNumber] = REPAIR_SOURCE.exec(notification.source) ?? [];
  const type = eventType(notification.userData);
  if (commandNumber === undefined || type === undefined) return undefined;
  const message = notification.message ?? '';
  const [, sessionId] = (type === 'START' && START_MESSAGE.exec(message)) || [];
  const preview = type === 'NOTIFICATION' ? previewFinding(message) : undefined;
  return {
    commandNumber: Number(commandNumber),
    type,
    message: message.slice(0, MAX_MESSAGE_LENGTH),
    ...(preview && { preview }),
    ...(sessionId === undefined ? {} : { sessionId: sessionId.toLowerCase() }),
  };
}

/** `userData` is a map of `type` (the ordinal), `progressCount` and `total`. */
function eventType(userData: unknown): RepairEvent['type'] | undefined {
  return userData instanceof Map ? EVENT_TYPES[Number(userData.get('type'))] : undefined;
}
