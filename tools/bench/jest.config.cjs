module.exports = { displayName: 'bench', passWithNoTests: true, ...require('../../jest.preset.cjs') };
