module.exports = { displayName: 'segment-planner', passWithNoTests: true, ...require('../../jest.preset.cjs') };
