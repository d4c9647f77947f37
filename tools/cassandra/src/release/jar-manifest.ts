import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RigError, RigErrorCode } from '../errors.js';

/** What the directory of a downloaded release holds, written once, right after Maven has checked the downloads. */
export interface JarManifest {
  readonly version: string;
  readonly jars: readonly JarRecord[];
}

export interface JarRecord {
  readonly name: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

const fileName = 'manifest.json';

export async function writeManifest(directory: string, version: string): Promise<JarManifest> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.jar')).sort();
  const jars = await Promise.all(names.map((name) => recordJar(directory, name)));
  const manifest = { version, jars };
  writeFileSync(join(directory, fileName), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

/** Undefined if the release has not been downloaded yet. */
export function readManifest(directory: string): JarManifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(directory, fileName), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const manifest = JSON.parse(text) as JarManifest;
    if (Array.isArray(manifest.jars) && manifest.jars.length > 0) return manifest;
  } catch {
    // Reported below, together with the wrong shape.
  }
  throw damaged(directory, [`${fileName} is unreadable`]);
}

/** Cheap check (size and time) of every jar, or with `hashes` a full one (about 0.3 s). */
export async function verifyManifest(directory: string, manifest: JarManifest, hashes: boolean): Promise<void> {
  const complaints = await Promise.all(manifest.jars.map((jar) => verifyJar(directory, jar, hashes)));
  const wrong = complaints.filter((complaint) => complaint !== undefined);
  if (wrong.length > 0) throw damaged(directory, wrong);
}

async function verifyJar(directory: string, jar: JarRecord, hashes: boolean): Promise<string | undefined> {
  const path = join(directory, jar.name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return `${jar.name} is missing`;
  if (stat.size !== jar.bytes) return `${jar.name} has ${stat.size} bytes instead of ${jar.bytes}`;
  // A copied cache has other times; what counts then is the content.
  if (!hashes && Math.trunc(stat.mtimeMs) === jar.mtimeMs) return undefined;
  return (await sha256(path)) === jar.sha256 ? undefined : `${jar.name} has other content than when it was downloaded`;
}

async function recordJar(directory: string, name: string): Promise<JarRecord> {
  const path = join(directory, name);
  const stat = statSync(path);
  return { name, bytes: stat.size, mtimeMs: Math.trunc(stat.mtimeMs), sha256: await sha256(path) };
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function damaged(directory: string, complaints: readonly string[]): RigError {
  const [first] = complaints;
  const more = complaints.length > 1 ? ` (and ${complaints.length - 1} more)` : '';
  return new RigError(
    RigErrorCode.CacheDamaged,
    `The downloaded jars were changed: ${first}${more}. Delete ${directory}; the next start downloads them again`,
    { details: { directory, complaints } },
  );
}
