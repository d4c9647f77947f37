import type { Permission } from './permission.js';

/** What each operation of the API needs, by operation id. One that is missing here cannot be served. */
export const OPERATION_PERMISSIONS = {
  // Health, version and metrics: for probes and monitoring. They tell nothing of the data and change nothing.
  getLiveness: 'public',
  getReadiness: 'public',
  getMetrics: 'public',
  getVersion: 'public',

  login: 'public',
  refreshSession: 'public',
  logout: 'viewer',
  getMe: 'viewer',
  changePassword: 'viewer',
  revokeOwnSessions: 'viewer',
  listUsers: 'operator in person',
  getUser: 'operator in person',
  createUser: 'operator in person',
  changeUser: 'operator in person',
  deleteUser: 'operator in person',
  revokeUserSessions: 'operator in person',
  listApiTokens: 'operator in person',
  createApiToken: 'operator in person',
  revokeApiToken: 'operator in person',
  rotateSigningKeys: 'operator in person',
  listAudit: 'operator',

  getCluster: 'viewer',
  listNodes: 'viewer',
  getNode: 'viewer',
  listKeyspaces: 'viewer',
  getKeyspace: 'viewer',
  listTables: 'viewer',
  getRing: 'viewer',
  listSidecars: 'viewer',
  getSettings: 'viewer',

  planRun: 'viewer',
  listRuns: 'viewer',
  getRun: 'viewer',
  listSegments: 'viewer',
  explainRun: 'viewer',
  createRun: 'operator',
  pauseRun: 'operator',
  resumeRun: 'operator',
  abortRun: 'operator',
  changeRunIntensity: 'operator',
  replaySegment: 'operator',
  deleteRun: 'operator',

  listSchedules: 'viewer',
  getSchedule: 'viewer',
  listActivations: 'viewer',
  previewSchedule: 'viewer',
  explainSchedule: 'viewer',
  createSchedule: 'operator',
  changeSchedule: 'operator',
  pauseSchedule: 'operator',
  resumeSchedule: 'operator',
  runSchedule: 'operator',
  deleteSchedule: 'operator',

  getPolicy: 'viewer',
  validatePolicy: 'viewer',
  diffPolicy: 'viewer',
  applyPolicy: 'operator',

  getOverview: 'viewer',
  getRunRing: 'viewer',
  getRunTimeline: 'viewer',
  getRepairAge: 'viewer',
  getTableRepairAge: 'viewer',
  getRepairAgeMap: 'viewer',
  getForecast: 'viewer',
  getPressure: 'viewer',
  listHistory: 'viewer',
  listDecisions: 'viewer',
  streamEvents: 'viewer',
  streamRunEvents: 'viewer',
} as const satisfies Record<string, Permission>;

export type OperationId = keyof typeof OPERATION_PERMISSIONS;

/** Undefined for an operation that the table does not know. */
export function permissionOf(operationId: string): Permission | undefined {
  return Object.hasOwn(OPERATION_PERMISSIONS, operationId)
    ? OPERATION_PERMISSIONS[operationId as OperationId]
    : undefined;
}
