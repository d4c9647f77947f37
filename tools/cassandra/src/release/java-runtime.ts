import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RigError, RigErrorCode } from '../errors.js';

const run = promisify(execFile);

/**
 * The one Java that runs every supported line. Cassandra 4.0+ refuses Java 18 and later in its own way (security
 * manager), 5.0 needs at least 11, 6.0 needs 17.
 */
export const requiredJavaFeature = 17;

export interface JavaRuntime {
  /** The `java` program, symbolic links resolved. */
  readonly java: string;
  readonly keytool: string;
  /** Everything `java -version` says; class-data archives depend on it. */
  readonly description: string;
}

interface Candidate {
  readonly origin: string;
  readonly path: string;
}

/** The feature release (8, 11, 17 …) from the output of `java -version`; `1.8.0` means 8. */
export function javaFeature(versionOutput: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(versionOutput);
  return match ? Number(match[1]) : undefined;
}

/**
 * Looks at `javaHome`, or else at `JAVA_HOME` and then at `PATH`, and takes the first Java 17.
 * @throws RigError `JAVA_MISSING`, `JAVA_UNSUITABLE`
 */
export async function findJava(javaHome?: string, environment: NodeJS.ProcessEnv = process.env): Promise<JavaRuntime> {
  const found: string[] = [];
  for (const { origin, path } of candidates(javaHome, environment)) {
    const description = await describe(path);
    const feature = javaFeature(description);
    if (feature === requiredJavaFeature) {
      const java = realpathSync(path);
      return { java, keytool: join(dirname(java), 'keytool'), description };
    }
    found.push(`${origin}: ${path} is ${feature === undefined ? 'no usable Java' : `Java ${feature}`}`);
  }
  throw unsuitable(found, javaHome);
}

function candidates(javaHome: string | undefined, environment: NodeJS.ProcessEnv): Candidate[] {
  const fromHome = (origin: string, home: string) => ({ origin, path: join(home, 'bin', 'java') });
  if (javaHome) return [fromHome('javaHome', javaHome)];
  const homes = environment['JAVA_HOME'] ? [fromHome('JAVA_HOME', environment['JAVA_HOME'])] : [];
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => ({ origin: 'PATH', path: join(directory, 'java') }))
    .filter(({ path }) => isExecutable(path));
  return [...homes, ...onPath.slice(0, 1)];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function describe(java: string): Promise<string> {
  try {
    return (await run(java, ['-version'], { timeout: 20_000 })).stderr;
  } catch {
    return '';
  }
}

function unsuitable(found: readonly string[], javaHome: string | undefined): RigError {
  const advice = `Install a JDK ${requiredJavaFeature} and point ${javaHome ? 'javaHome' : 'JAVA_HOME'} at it`;
  if (found.length === 0) {
    return new RigError(
      RigErrorCode.JavaMissing,
      `No Java found: JAVA_HOME is not set and PATH has no java. ${advice}`,
    );
  }
  return new RigError(
    RigErrorCode.JavaUnsuitable,
    `Cassandra needs Java ${requiredJavaFeature} here, but ${found.join('; ')}. ${advice}`,
    { details: { found } },
  );
}
