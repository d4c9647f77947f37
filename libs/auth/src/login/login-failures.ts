/** Failed logins of the last while, seen by all sidecars. */
export interface LoginFailureStore {
  add(subject: string, atMs: number, ttlSeconds: number): Promise<void>;
  /** At most `limit`. */
  count(subject: string, limit: number): Promise<number>;
  /** Forgets those before a moment. */
  clear(subject: string, atMs: number): Promise<void>;
}
