/** What the cluster is willing to bear. */
export interface AdmissionLimits {
  /** Commands of ours that one node takes part in at a time, over all runs. 1 to 4. @default 1 */
  readonly maxRepairsPerNode: number;
  /** A node with more pending compactions takes part in nothing new. @default 100 */
  readonly maxPendingCompactions: number;
  /** Nor does one with a data directory that has a smaller share free, 0 to 100. @default 10 */
  readonly minFreeDiskPercent: number;
  /** Nor one with more streams for other purposes than repair. @default 0 */
  readonly maxOtherStreams: number;
  /** Nor one that keeps more files of hints for nodes that are up. @default 50 */
  readonly maxHintFiles: number;
  /** Nor one that sends hints to more nodes at a time. @default 1 */
  readonly maxHintDeliveries: number;
  /**
   * Whether a node of which any of these figures is unknown takes part in nothing. Otherwise it does after
   * `unknownPressureWaitMs`. @default false
   */
  readonly requireLoadFigures: boolean;
  /**
   * A node whose load figures stopped coming is treated as busy for this long; after that repairs go on without them,
   * so that one dead sidecar does not stop the others. @default 30_000
   */
  readonly unknownPressureWaitMs: number;
  /**
   * A replica set that waited this long for its nodes keeps them free of other work of its priority. It keeps them for a
   * rest, too, when that ends within the same time. @default 120_000
   */
  readonly reserveAfterMs: number;
  /**
   * A replica set whose nodes were given to others this often while nothing else kept it waiting goes before all others,
   * whatever the priorities. @default 8
   */
  readonly maxPassedOver: number;
}

export const DEFAULT_ADMISSION_LIMITS: AdmissionLimits = {
  maxRepairsPerNode: 1,
  maxPendingCompactions: 100,
  minFreeDiskPercent: 10,
  maxOtherStreams: 0,
  maxHintFiles: 50,
  maxHintDeliveries: 1,
  requireLoadFigures: false,
  unknownPressureWaitMs: 30_000,
  reserveAfterMs: 120_000,
  maxPassedOver: 8,
};
