module.exports = { displayName: 'fuzz', passWithNoTests: true, ...require('../../jest.preset.cjs') };
