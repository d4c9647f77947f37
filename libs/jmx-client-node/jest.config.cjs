module.exports = { displayName: 'jmx-client-node', passWithNoTests: true, ...require('../../jest.preset.cjs') };
