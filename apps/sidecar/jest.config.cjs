module.exports = { displayName: 'sidecar', passWithNoTests: true, ...require('../../jest.preset.cjs') };
