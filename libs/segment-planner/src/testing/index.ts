export {
  arbitraryEstimates,
  arbitraryOrder,
  arbitraryPartitioner,
  arbitraryPlanRequest,
  arbitraryRing,
  arbitrarySizing,
  arbitraryToken,
  arbitraryTokenRange,
  type ArbitraryRingOptions,
} from './arbitraries.js';
export { placeReplicas, type OwnedToken } from './place-replicas.js';
export { estimatesOf, seededTopology, type SeededTopologyOptions, type Topology } from './seeded-topology.js';
