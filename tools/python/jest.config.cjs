module.exports = { displayName: 'python-rig', passWithNoTests: true, ...require('../../jest.preset.cjs') };
