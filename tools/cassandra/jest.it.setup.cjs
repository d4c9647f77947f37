const { execFileSync } = require('node:child_process');

/** Some of these tests need a process of their own to kill, and that runs what was built. */
module.exports = () => {
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b', 'tsconfig.lib.json'], {
    cwd: __dirname,
    stdio: 'inherit',
  });
};
