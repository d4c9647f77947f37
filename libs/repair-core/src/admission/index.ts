export * from './admission-input.js';
export * from './admit.js';
export * from './limits.js';
