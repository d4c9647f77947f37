module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'chaos:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
