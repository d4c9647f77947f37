module.exports = { displayName: 'api-client', passWithNoTests: true, ...require('../../jest.preset.cjs') };
