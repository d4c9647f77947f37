export { type DatasetOptions, type DatasetNode, Dataset } from './dataset.js';
export { type ReplicaAudit, totalDamage } from './replica-audit.js';
