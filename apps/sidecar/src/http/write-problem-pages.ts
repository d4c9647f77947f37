import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemPages } from './problem-pages.js';

/** `node dist/http/write-problem-pages.js <directory>` */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Name the directory to write to');
mkdirSync(directory, { recursive: true });
for (const [name, text] of problemPages()) writeFileSync(join(directory, name), text);
