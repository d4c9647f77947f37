/** What went wrong, for programs. The command line prints it in brackets. */
export const RigErrorCode = {
  InvalidOptions: 'INVALID_OPTIONS',
  UnsupportedPlatform: 'UNSUPPORTED_PLATFORM',
  JavaMissing: 'JAVA_MISSING',
  JavaUnsuitable: 'JAVA_UNSUITABLE',
  MavenMissing: 'MAVEN_MISSING',
  DownloadFailed: 'DOWNLOAD_FAILED',
  CacheDamaged: 'CACHE_DAMAGED',
  LockTimeout: 'LOCK_TIMEOUT',
  PortInUse: 'PORT_IN_USE',
  NoFreePrefix: 'NO_FREE_PREFIX',
  ClusterExists: 'CLUSTER_EXISTS',
  ClusterMissing: 'CLUSTER_MISSING',
  ClusterDamaged: 'CLUSTER_DAMAGED',
  NodeUnknown: 'NODE_UNKNOWN',
  NodeStopped: 'NODE_STOPPED',
  NodeRunning: 'NODE_RUNNING',
  NodeDied: 'NODE_DIED',
  NodeNotReady: 'NODE_NOT_READY',
  ProcessFailed: 'PROCESS_FAILED',
  CqlUnreachable: 'CQL_UNREACHABLE',
  CqlRejected: 'CQL_REJECTED',
} as const;
export type RigErrorCode = (typeof RigErrorCode)[keyof typeof RigErrorCode];

export interface RigErrorFacts {
  /** True when the same call may succeed later without anybody changing anything. Default false. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  /** The values the message was made of. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The only error class this package throws on purpose; `message` says what happened, why, and what to do. */
export class RigError extends Error {
  override readonly name = 'RigError';
  readonly code: RigErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: RigErrorCode, message: string, facts: RigErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.retryable = facts.retryable ?? false;
    this.details = facts.details ?? {};
  }
}

/**
 * The `code` of a Node.js system error (`ENOENT`, `EADDRINUSE` …), if it is one. Not by `instanceof`: under Jest the
 * errors of Node.js are made outside of the realm of the tests.
 */
export function systemErrorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
