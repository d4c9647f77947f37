module.exports = { displayName: 'jmx-adapter', passWithNoTests: true, ...require('../../jest.preset.cjs') };
