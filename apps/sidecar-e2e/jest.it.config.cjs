module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'sidecar-e2e:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 400_000,
  // Two clusters fit beside each other: the suites mostly wait for leases and fences.
  maxWorkers: 2,
};
