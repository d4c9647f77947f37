module.exports = { displayName: 'clients', passWithNoTests: true, ...require('../../jest.preset.cjs') };
