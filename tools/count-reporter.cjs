/** Jest reporter: leaves the counts of a finished run in test-results/, where tools/test.mjs adds them up. */
const { mkdirSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

class CountReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const folder = join(__dirname, '..', 'test-results');
    mkdirSync(folder, { recursive: true });
    const suitesBroken = results.testResults.filter((suite) => suite.testExecError).length;
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + suitesBroken,
      skipped: results.numPendingTests,
      failures: results.testResults.flatMap((suite) =>
        suite.testResults.filter((test) => test.status === 'failed').map((test) => test.fullName),
      ),
    };
    writeFileSync(join(folder, `jest-${basename(this.rootDir)}-${process.pid}.json`), JSON.stringify(counts));
  }
}

module.exports = CountReporter;
