module.exports = { displayName: 'dataset', passWithNoTests: true, ...require('../../jest.preset.cjs') };
