import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

export interface Attack {
  /** Folder of the programs of Schemathesis. */
  readonly programs: string;
  /** File of the OpenAPI document. */
  readonly document: string;
  readonly url: string;
  /** Where it writes, with its configuration in `schemathesis.toml`. */
  readonly folder: string;
  readonly examples: number;
  readonly seed: number;
  readonly phases: readonly string[];
}

export interface AttackResult {
  readonly tests: number;
  /** One line for each test that failed. */
  readonly failures: readonly string[];
  readonly ok: boolean;
}

/** Runs Schemathesis once; its report goes to the terminal. */
export async function attack(one: Attack): Promise<AttackResult> {
  const report = join(one.folder, 'junit.xml');
  const child = spawn(join(one.programs, 'schemathesis'), argumentsOf(one, report), {
    cwd: one.folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PYTHONUNBUFFERED: '1' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { ...readReport(report), ok: code === 0 };
}

function argumentsOf({ document, url, examples, seed, phases }: Attack, report: string): string[] {
  const all = ['run', document, '--url', url, '--checks', CHECKS.join(), '--phases', phases.join()];
  all.push('--max-examples', `${examples}`, '--seed', `${seed}`, '--continue-on-failure', '--no-color');
  all.push('--generation-database', 'none', '--warnings', 'off', '--request-timeout', '20');
  all.push('--suppress-health-check', 'all', '--report', 'junit', '--report-junit-path', report);
  return all;
}

/** What the report in the JUnit format says. */
export function readReport(file: string): Pick<AttackResult, 'tests' | 'failures'> {
  if (!existsSync(file)) return { tests: 0, failures: ['Schemathesis wrote no report'] };
  const cases = [...readFileSync(file, 'utf8').matchAll(/<testcase ([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)];
  const failed = cases.filter(([, , inside = '']) => /<(?:failure|error)\b/.test(inside));
  const name = (attributes = '') => /\bname="([^"]*)"/.exec(attributes)?.[1] ?? attributes;
  return { tests: cases.length, failures: failed.map(([, attributes]) => name(attributes)) };
}
