module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'cassandra-rig:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
