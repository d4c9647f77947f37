module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'storage:it',
  testMatch: ['<rootDir>/src/**/*.it.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
