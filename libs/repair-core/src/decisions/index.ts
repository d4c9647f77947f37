export { type Decision, decisionBody, type DecisionFacts, DecisionKind } from './decision.js';
export type { DecisionLog, DecisionQuery } from './decision-log.js';
export { cursorOf, decisionPartition, type DecisionPlace, endOfPartitionBefore, placeOf } from './decision-place.js';
export { DecisionRecorder } from './decision-recorder.js';
