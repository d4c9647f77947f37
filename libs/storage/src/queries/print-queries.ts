import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderQueries } from './statement-catalog.js';

/** Writes `queries/*.cql` beside the build output: `npm run queries -w @reaper-sidecar/storage`. */
const directory = resolve(__dirname, '..', '..', 'queries');
mkdirSync(directory, { recursive: true });
for (const [file, text] of renderQueries()) writeFileSync(join(directory, file), text);
