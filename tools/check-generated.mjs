/** Makes every generated file anew and fails when one of them differs from what is committed. */
import { execFileSync } from 'node:child_process';
import { run, workspace } from './prepare.mjs';

const GENERATED = [
  'libs/api-client/openapi.json',
  'libs/api-client/src/schema.gen.ts',
  'libs/storage/queries',
  'docs/operations/when-nothing-moves.md',
  'docs/api.md',
  'docs/problems',
];

run('npm', ['run', '--silent', 'generate']);
const drift = execFileSync('git', ['status', '--porcelain', '--', ...GENERATED], { cwd: workspace, encoding: 'utf8' });
if (drift.trim()) {
  process.stderr.write(`Generated files differ from the committed ones; run "npm run generate" and commit:\n${drift}`);
  process.exit(1);
}
