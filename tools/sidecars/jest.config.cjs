module.exports = { displayName: 'sidecar-rig', passWithNoTests: true, ...require('../../jest.preset.cjs') };
