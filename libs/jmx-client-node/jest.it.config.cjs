module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'jmx-client-node:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
