/** Length of the cluster's key in bytes. */
export const CLUSTER_KEY_BYTES = 32;

/** The secret that the sidecars of one cluster share, to sign what they send each other. */
export interface ClusterKeyStore {
  /** Random bytes, inserted once by LWT: every sidecar of the cluster gets the same ones. Never log them. */
  getOrCreate(): Promise<Uint8Array>;
}
