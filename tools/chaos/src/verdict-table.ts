import type { Verdict } from './verdict.js';

const MAX_DETAILS = 10;

/** A Markdown table, and below it what was seen where a verdict does not hold. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, found, holds }) => `| ${what} | ${found} | ${holds ? 'holds' : 'BROKEN'} |`);
  const broken = verdicts.filter(({ holds }) => !holds);
  const details = broken.flatMap(({ what, details }) => ['', `${what}:`, ...details.slice(0, MAX_DETAILS)]);
  return ['| what | found | |', '|---|---|---|', ...rows, ...details].join('\n');
}
