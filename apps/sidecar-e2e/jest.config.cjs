module.exports = { displayName: 'sidecar-e2e', passWithNoTests: true, ...require('../../jest.preset.cjs') };
