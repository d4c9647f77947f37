module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'cassandra-rig:it',
  globalSetup: '<rootDir>/jest.it.setup.cjs',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
