module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'sidecar-e2e:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 400_000,
  // Needs the built sidecar of an older release.
  testPathIgnorePatterns: process.env.REAPER_OLDER_SIDECAR ? [] : ['/mixed-sidecars\\.it\\.ts$'],
  // Most of the time leases, fences and timeouts are waited out.
  maxWorkers: 2,
};
