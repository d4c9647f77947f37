import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport } from './schemathesis.js';

describe('The report of Schemathesis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-report-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names what failed', () => {
    const file = join(folder, 'junit.xml');
    const bad = '<testcase name="GET /bad" time="1"><failure message="x">text</failure></testcase>';
    const broken = '<testcase name="GET /broken"><error/></testcase>';
    writeFileSync(file, `<testsuites><testcase name="GET /good" time="0"/>${bad}${broken}</testsuites>`);
    expect(readReport(file)).toEqual({ tests: 3, failures: ['GET /bad', 'GET /broken'] });
  });

  it('is a failure when there is none', () => {
    expect(readReport(join(folder, 'missing.xml')).failures).toHaveLength(1);
  });
});
