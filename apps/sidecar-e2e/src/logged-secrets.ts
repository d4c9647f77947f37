import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Secrets that a file of the folder holds, each by its file and first characters.
 *
 * @throws Error when there is no text to search
 */
export function loggedSecrets(folder: string, secrets: Iterable<string>): string[] {
  const logs = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  if (logs.every(({ text }) => text === '')) throw new Error(`${folder} has no log to search`);
  return [...secrets].flatMap((secret) =>
    logs.flatMap(({ file, text }) => (text.includes(secret) ? [`${file}: ${secret.slice(0, 8)}…`] : [])),
  );
}
