import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RigError, RigErrorCode, systemErrorCode } from '../errors.js';
import { callGuarded } from '../process/guarded-call.js';
import { ProgressStep, type ProgressListener } from '../progress.js';
import { writeManifest } from './jar-manifest.js';
import { Series, seriesOf } from './series.js';

/** Pinned, so that the same command does the same thing with every Maven 3.6.3 or later. */
const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** `-C` makes Maven fail, instead of warn, when a download does not match its checksum. */
const strictChecksums = '-C';

const downloadTimeoutMs = 1_800_000;

/**
 * Puts `cassandra-all` with everything it needs at run time into `directory`, which exists only if all went well.
 * Uses the Maven settings of the user (mirrors, proxies).
 * @throws RigError `MAVEN_MISSING`, `DOWNLOAD_FAILED`
 */
export async function downloadRelease(version: string, directory: string, onProgress: ProgressListener): Promise<void> {
  const [pom, unfinished] = [`${directory}.pom.xml`, `${directory}.part`];
  await mkdir(dirname(directory), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(pom, projectFile(version));
  onProgress({ step: ProgressStep.Download, message: `fetching Cassandra ${version} with Maven` });
  try {
    await runMaven(version, pom, unfinished, onProgress);
  } finally {
    await rm(pom, { force: true });
  }
  const { jars } = await writeManifest(unfinished, version);
  await rm(directory, { recursive: true, force: true });
  await rename(unfinished, directory);
  const mebibytes = jars.reduce((sum, jar) => sum + jar.bytes, 0) / 2 ** 20;
  onProgress({
    step: ProgressStep.Download,
    message: `Cassandra ${version}: ${jars.length} jars, ${mebibytes.toFixed(0)} MiB`,
  });
}

/** The 3.11 daemon needs the Thrift interface at start, but its jar declares that dependency as optional. */
function artifacts(version: string): string[] {
  return seriesOf(version) === Series.V3_11 ? ['cassandra-all', 'cassandra-thrift'] : ['cassandra-all'];
}

export function projectFile(version: string): string {
  const dependencies = artifacts(version).map(
    (name) =>
      `<dependency><groupId>org.apache.cassandra</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>cassandra-jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependencies.join('')}</dependencies>
</project>
`;
}

async function runMaven(version: string, pom: string, output: string, onProgress: ProgressListener): Promise<void> {
  const goal = [`${dependencyPlugin}:copy-dependencies`, '-DincludeScope=runtime', `-DoutputDirectory=${output}`];
  const log = new MavenLog(onProgress);
  const exitCode = await callGuarded({
    command: 'mvn',
    args: ['-B', strictChecksums, '-Dstyle.color=never', '-f', pom, ...goal],
    environment: process.env,
    pidFile: `${output}.pid`,
    timeoutMs: downloadTimeoutMs,
    onOutput: (name, text) => name === 'stdout' && log.add(text),
  }).catch((cause: Error) => {
    throw mavenMissing(cause);
  });
  if (exitCode !== 0) throw downloadFailed(version, log.errors, exitCode);
}

/** Picks progress and errors from what Maven prints. */
class MavenLog {
  readonly errors: string[] = [];
  readonly #onProgress: ProgressListener;
  #rest = '';
  #downloads = 0;

  constructor(onProgress: ProgressListener) {
    this.#onProgress = onProgress;
  }

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
  }

  #read(line: string): void {
    if (line.startsWith('[ERROR]') && this.errors.length < 20) this.errors.push(line.slice(8, 400).trim());
    if (!/Downloaded from .*\.jar/.test(line)) return;
    this.#downloads += 1;
    if (this.#downloads % 10 !== 0) return;
    this.#onProgress({ step: ProgressStep.Download, message: `${this.#downloads} jars downloaded` });
  }
}

function mavenMissing(cause: Error): RigError {
  const why = systemErrorCode(cause) === 'ENOENT' ? 'there is no mvn on PATH' : cause.message;
  return new RigError(
    RigErrorCode.MavenMissing,
    `Maven, which fetches Cassandra, could not be run: ${why}. Install Maven 3.6.3 or later`,
    {
      cause,
    },
  );
}

function downloadFailed(version: string, errors: readonly string[], exitCode: number | null): RigError {
  const why = errors[0] ?? `exit code ${exitCode}`;
  return new RigError(
    RigErrorCode.DownloadFailed,
    `Maven could not fetch Cassandra ${version}: ${why}. Check that the version exists and that Maven Central or your mirror can be reached`,
    { retryable: true, details: { version, errors, exitCode } },
  );
}
