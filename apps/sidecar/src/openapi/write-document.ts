import { writeFileSync } from 'node:fs';
import { buildDocument } from './build-document.js';

/** `node dist/openapi/write-document.js <file>` */
async function main([file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new Error('Name the file to write');
  writeFileSync(file, `${JSON.stringify(await buildDocument(), null, 2)}\n`);
}

void main(process.argv.slice(2));
