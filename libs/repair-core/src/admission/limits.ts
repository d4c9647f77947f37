/** What the cluster is willing to bear. */
export interface AdmissionLimits {
  /** Commands that one node takes part in at a time, over all runs. 1 to 8. @default 1 */
  readonly maxRepairsPerNode: number;
  /** A node with more pending compactions takes part in nothing new. @default 100 */
  readonly maxPendingCompactions: number;
  /**
   * A node whose load figures stopped coming is treated as busy for this long; after that repairs go on without them,
   * so that one dead sidecar does not stop the others. @default 30_000
   */
  readonly unknownPressureWaitMs: number;
  /** A replica set that waited this long for its nodes keeps them free of other work. @default 120_000 */
  readonly reserveAfterMs: number;
}

export const DEFAULT_ADMISSION_LIMITS: AdmissionLimits = {
  maxRepairsPerNode: 1,
  maxPendingCompactions: 100,
  unknownPressureWaitMs: 30_000,
  reserveAfterMs: 120_000,
};
