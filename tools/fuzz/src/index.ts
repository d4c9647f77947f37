export { fuzz, type FuzzResult } from './fuzz.js';
