export * from './assignment-store-contract.js';
export * from './cluster-key-store-contract.js';
export * from './contract-fixtures.js';
export * from './idempotency-store-contract.js';
export * from './lease-store-contract.js';
export * from './node-state-store-contract.js';
export * from './run-store-contract.js';
export * from './segment-store-contract.js';
