module.exports = { displayName: 'demo', passWithNoTests: true, ...require('../../jest.preset.cjs') };
