module.exports = { displayName: 'chaos', passWithNoTests: true, ...require('../../jest.preset.cjs') };
