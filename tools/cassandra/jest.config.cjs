module.exports = { displayName: 'cassandra-rig', passWithNoTests: true, ...require('../../jest.preset.cjs') };
