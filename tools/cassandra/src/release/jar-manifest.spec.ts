import { mkdtempSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RigErrorCode } from '../errors.js';
import { type JarManifest, readManifest, verifyManifest, writeManifest } from './jar-manifest.js';

describe('the manifest of a download', () => {
  let directory: string;
  let manifest: JarManifest;
  const jar = () => join(directory, 'b.jar');

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'jars-'));
    for (const name of ['b.jar', 'a.jar', 'notes.txt']) writeFileSync(join(directory, name), `content of ${name}`);
    manifest = await writeManifest(directory, '5.0.9');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('lists the jars in a fixed order, with their hashes', () => {
    expect(manifest.jars.map(({ name }) => name)).toEqual(['a.jar', 'b.jar']);
    expect(manifest.jars[0]).toMatchObject({ bytes: 16, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readManifest(directory)).toEqual(manifest);
  });

  it('is undefined before the download', () => {
    unlinkSync(join(directory, 'manifest.json'));
    expect(readManifest(directory)).toBeUndefined();
  });

  it.each(['{', '{}', '{"jars":[]}', 'null'])('that holds %p is reported as damage', (text) => {
    writeFileSync(join(directory, 'manifest.json'), text);
    expect(() => readManifest(directory)).toThrow(expect.objectContaining({ code: RigErrorCode.CacheDamaged }));
  });

  it('agrees with untouched jars', async () => {
    await expect(verifyManifest(directory, manifest, false)).resolves.toBeUndefined();
    await expect(verifyManifest(directory, manifest, true)).resolves.toBeUndefined();
  });

  it('notices a missing jar', async () => {
    unlinkSync(jar());
    await expect(verifyManifest(directory, manifest, false)).rejects.toThrow(/b\.jar is missing\. Delete/);
  });

  it('notices another size', async () => {
    writeFileSync(jar(), 'short');
    await expect(verifyManifest(directory, manifest, false)).rejects.toMatchObject({ code: RigErrorCode.CacheDamaged });
  });

  it('hashes a jar whose time is another, and accepts it if only the time is', async () => {
    utimesSync(jar(), 1, 1);
    await expect(verifyManifest(directory, manifest, false)).resolves.toBeUndefined();
    writeFileSync(jar(), 'CONTENT of b.jar');
    await expect(verifyManifest(directory, manifest, false)).rejects.toThrow(/other content/);
  });

  it('finds changed content behind the same size and time only with the full check', async () => {
    const { atime, mtime } = statSync(jar());
    writeFileSync(jar(), 'CONTENT of b.jar');
    utimesSync(jar(), atime, mtime);
    const record = {
      ...manifest,
      jars: manifest.jars.map((one) => ({ ...one, mtimeMs: Math.trunc(statSync(join(directory, one.name)).mtimeMs) })),
    };
    await expect(verifyManifest(directory, record, false)).resolves.toBeUndefined();
    await expect(verifyManifest(directory, record, true)).rejects.toThrow(/other content/);
  });
});
