module.exports = { displayName: 'simulate', ...require('../../jest.preset.cjs') };
