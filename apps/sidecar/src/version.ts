import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the package, from its package.json beside the compiled code. */
export function sidecarVersion(): string {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
