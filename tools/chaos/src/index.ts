export { runChaos } from './chaos.js';
export { type ChaosOptions, SLICE } from './options.js';
export { type Verdict } from './verdict.js';
