module.exports = { displayName: 'auth', passWithNoTests: true, ...require('../../jest.preset.cjs') };
