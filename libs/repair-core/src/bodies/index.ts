export { type BodyCodec, MAX_BODY_LENGTH } from './body-codec.js';
export { readable } from './readable.js';
export { assignmentBody, nodeStateBody } from './register-bodies.js';
export { runCreationBody, runResultBody, runSpecBody, runStatusBody } from './run-bodies.js';
export { plannedSegmentBody, segmentOutcomeBody } from './segment-bodies.js';
