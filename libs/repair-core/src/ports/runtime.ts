/** Time of this machine. */
export interface Clock {
  /** Wall clock, epoch ms. */
  wallMs(): number;
  /** Monotonic clock, ms, arbitrary origin. */
  monotonicMs(): number;
}

/** Waiting. `sleep` resolves early (never rejects) when the signal aborts. */
export interface Timers {
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Ids and chance. */
export interface Entropy {
  /** Random UUID (version 4). */
  uuid(): string;
  /** Uniform in [0, 1). */
  random(): number;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log. Messages are constant, facts are fields. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Everything that pure code may ask of its surroundings. */
export interface Runtime {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** Best-effort "look now" to the sidecar of a host. Never throws, never waits; a lost one costs a poll interval. */
export interface Doorbell {
  ring(hostId: string): void;
}
