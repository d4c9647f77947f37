module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'sidecar-e2e:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 400_000,
  maxWorkers: 1,
};
