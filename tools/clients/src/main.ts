#!/usr/bin/env node
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MEMORY_OPERATOR, startMemorySidecar } from '@reaper-sidecar/sidecar-rig';
import { java } from './java.js';
import type { Language } from './language.js';
import { python } from './python.js';
import { typescript } from './typescript.js';

const LANGUAGES: readonly Language[] = [typescript, python, java];
/** Ignored by git and by every other tool. */
const WORK = join(__dirname, '..', 'node_modules', '.cache', 'clients');

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** Tells whether every client works. */
async function main(names: readonly string[]): Promise<boolean> {
  const wanted = LANGUAGES.filter(({ name }) => names.length === 0 || names.includes(name.toLowerCase()));
  if (wanted.length < names.length) throw new Error('Name any of: typescript python java');
  const sidecar = await startMemorySidecar(join(WORK, 'sidecar'), { REAPER_LOG_LEVEL: 'warn' });
  try {
    const { user, password } = MEMORY_OPERATOR;
    const env = { REAPER_URL: sidecar.url, REAPER_USER: user, REAPER_PASSWORD: password };
    const working = wanted.filter((language) => works(language, env));
    print(`${working.length} passed, ${wanted.length - working.length} failed`);
    return working.length === wanted.length;
  } finally {
    await sidecar.stop();
  }
}

function works(language: Language, env: Readonly<Record<string, string>>): boolean {
  const folder = join(WORK, language.name.toLowerCase());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    language.build(folder);
    print(`${language.name}: generated and compiled`);
    language.flow(folder, env);
    print(`${language.name}: a run was created, read, paused, resumed and aborted`);
    return true;
  } catch (error) {
    print(`${language.name}: ${(error as Error).message}`);
    return false;
  }
}

main(process.argv.slice(2)).then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
