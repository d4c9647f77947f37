module.exports = { displayName: 'storage', passWithNoTests: true, ...require('../../jest.preset.cjs') };
