#!/usr/bin/env node
// Writes openapi.json, src/schema.gen.ts, docs/api.md and docs/problems from the built sidecar; with --check only compares and fails on drift.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { renderReference } from './render-reference.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const writer = join(here, '../../apps/sidecar/dist/openapi/write-document.js');
const problemWriter = join(here, '../../apps/sidecar/dist/http/write-problem-pages.js');
const check = process.argv.includes('--check');

if (!existsSync(writer)) {
  console.error('The sidecar is not built: npx nx build sidecar');
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'openapi-'));
try {
  const file = join(scratch, 'openapi.json');
  execFileSync(process.execPath, [writer, file], { stdio: 'inherit' });
  const document = readFileSync(file, 'utf8');
  const types = astToString(await openapiTS(JSON.parse(document), { defaultNonNullable: false }));
  const header = '// Generated from openapi.json by generate.mjs. Do not edit.\n\n';
  const files = [
    ['libs/api-client/openapi.json', document],
    ['libs/api-client/src/schema.gen.ts', header + types],
    ['docs/api.md', renderReference(JSON.parse(document))],
    ...problemPages(join(scratch, 'problems')),
  ];
  const drifted = files.map(([name, text]) => deliver(name, text)).includes(true) || removeOthers(files);
  if (drifted && check) {
    console.error('Run: node libs/api-client/generate.mjs');
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Name and text of every page. */
function problemPages(directory) {
  execFileSync(process.execPath, [problemWriter, directory], { stdio: 'inherit' });
  return readdirSync(directory).map((name) => [`docs/problems/${name}`, readFileSync(join(directory, name), 'utf8')]);
}

/** Whether there are pages of problems that do not exist any more. */
function removeOthers(files) {
  const wanted = new Set(files.map(([name]) => name));
  const others = readdirSync(join(root, 'docs/problems')).filter((name) => !wanted.has(`docs/problems/${name}`));
  for (const name of others) {
    if (check) console.error(`docs/problems/${name} is about no problem`);
    else rmSync(join(root, 'docs/problems', name));
  }
  return others.length > 0;
}

/** Whether the committed file differs. */
function deliver(name, text) {
  const path = join(root, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) return false;
  if (check) console.error(`${name} is not what the code declares`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return true;
}
