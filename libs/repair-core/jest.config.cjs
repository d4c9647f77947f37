module.exports = { displayName: 'repair-core', passWithNoTests: true, ...require('../../jest.preset.cjs') };
