import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RigErrorCode } from '../errors.js';
import { findJava, javaFeature } from './java-runtime.js';

describe('javaFeature', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "17" 2021-09-14', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['bash: java: not found', undefined],
  ])('of %p is %p', (output, feature) => {
    expect(javaFeature(output)).toBe(feature);
  });
});

describe('findJava', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'java-')));
  afterAll(() => rmSync(root, { recursive: true }));

  /** A home whose java says it is of that version. */
  function javaHome(version: string): string {
    const home = join(root, version);
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin', 'java'), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    chmodSync(join(home, 'bin', 'java'), 0o755);
    return home;
  }
  const bin = (home: string) => join(home, 'bin');

  it('prefers JAVA_HOME to PATH', async () => {
    const [first, second] = [javaHome('17.0.1'), javaHome('17.0.2')];
    const found = await findJava(undefined, { JAVA_HOME: first, PATH: bin(second) });
    expect(found).toMatchObject({ java: join(first, 'bin', 'java'), keytool: join(first, 'bin', 'keytool') });
  });

  it('falls back to PATH if JAVA_HOME is of another version', async () => {
    const found = await findJava(undefined, {
      JAVA_HOME: javaHome('21.0.1'),
      PATH: `/nowhere:${bin(javaHome('17.0.3'))}`,
    });
    expect(found.description).toContain('17.0.3');
  });

  it('says what it found if nothing is suitable', async () => {
    const search = findJava(undefined, { JAVA_HOME: javaHome('11.0.2'), PATH: bin(javaHome('25.0.1')) });
    await expect(search).rejects.toMatchObject({ code: RigErrorCode.JavaUnsuitable });
    await expect(search).rejects.toThrow(/JAVA_HOME: .* is Java 11; PATH: .* is Java 25\. Install a JDK 17/);
  });

  it('says if there is no Java at all', async () => {
    await expect(findJava(undefined, { PATH: '/nowhere' })).rejects.toMatchObject({ code: RigErrorCode.JavaMissing });
  });

  it('looks nowhere else if the caller names a home', async () => {
    const search = findJava(javaHome('8.0.1'), { JAVA_HOME: javaHome('17.0.4') });
    await expect(search).rejects.toMatchObject({ code: RigErrorCode.JavaUnsuitable });
  });
});
