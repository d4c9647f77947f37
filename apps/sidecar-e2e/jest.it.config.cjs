module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'sidecar-e2e:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 400_000,
  // Ten minutes more: nodes that join, leave, are replaced or upgraded under the sidecars.
  testPathIgnorePatterns: process.env.REAPER_TEST_LONG ? [] : ['/(topology|upgrade)\\.it\\.ts$'],
  maxWorkers: 1,
};
