export type * from './admission-input.js';
export { admit } from './admit.js';
export { DEFAULT_ADMISSION_LIMITS, type AdmissionLimits } from './limits.js';
