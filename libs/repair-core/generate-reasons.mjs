/**
 * Writes docs/operations/when-nothing-moves.md from the reason codes of the built library.
 * With `--check` it writes nothing and ends with 1 when the committed page differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const library = new URL('./dist/index.js', import.meta.url);
if (!existsSync(library)) {
  process.stderr.write('The library is not built: npx nx build repair-core\n');
  process.exit(2);
}
const { REASONS } = await import(library);

const page = new URL('../../docs/operations/when-nothing-moves.md', import.meta.url);

const CLASSES = {
  blocked: 'Somebody must act.',
  attention: 'Passes by itself in most cases; somebody can speed it up.',
  normal: 'Passes by itself.',
};

const INTRODUCTION = `<!-- Made by libs/repair-core/generate-reasons.mjs from src/reasons/reason.ts. Do not edit. -->

# When nothing moves

Whatever waits has a reason. Ask any sidecar, or open the run in the dashboard:

\`\`\`sh
curl -s http://127.0.0.1:8080/api/v1/runs/<run id>/explain
\`\`\`

Each reason has a \`code\`, the host ids of the waiting replicas, \`evidence\` (names and figures as they were seen), \`since\`, and
\`until\` where the time of the next change is known. A replica set that waits for several things names the worst of
them. What to do about a sidecar that is not ready stands in [operating](operating.md#health).
`;

const unknown = Object.entries(REASONS).filter(([, reason]) => !(reason.class in CLASSES));
if (unknown.length > 0) throw new Error(`No words for the class of ${unknown.map(([code]) => code).join(', ')}`);

const text = await format([INTRODUCTION, ...Object.entries(CLASSES).map(section)].join('\n'), {
  ...(await resolveConfig(page)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (readPage() !== text) {
  process.stderr.write(
    'docs/operations/when-nothing-moves.md differs. Run: node libs/repair-core/generate-reasons.mjs\n',
  );
  process.exitCode = 1;
}

function section([name, meaning]) {
  const rows = Object.entries(REASONS)
    .filter(([, reason]) => reason.class === name)
    .map(([code, { title, remedy }]) => `| \`${code}\` | ${cell(title)} | ${cell(remedy)} |`);
  return `## ${name}\n\n${meaning}\n\n| code | meaning | what to do |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function cell(words) {
  return words.replaceAll('|', '\\|');
}

function readPage() {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return undefined;
  }
}
