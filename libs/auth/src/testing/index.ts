export * from './contracts/auth-store-contracts.js';
export * from './memory-auth-stores.js';
export * from './plain-hasher.js';
export * from './test-auth.js';
