#!/usr/bin/env node
// Writes openapi.json and src/schema.gen.ts from the built sidecar; with --check only compares and fails on drift.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const writer = join(here, '../../apps/sidecar/dist/openapi/write-document.js');
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
  const drifted = [deliver('openapi.json', document), deliver('src/schema.gen.ts', header + types)].includes(true);
  if (drifted && check) {
    console.error('Run: node libs/api-client/generate.mjs');
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Whether the committed file differs. */
function deliver(name, text) {
  const path = join(here, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === text) return false;
  if (check) console.error(`libs/api-client/${name} is not what the code declares`);
  else writeFileSync(path, text);
  return true;
}
