import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ProgressStep, type ProgressListener } from '../progress.js';
import { ExclusiveLock } from '../process/exclusive-lock.js';
import { archiveFiles, archiveKey, makeClassDataArchive } from './class-data-archive.js';
import { readManifest, verifyManifest } from './jar-manifest.js';
import { type JavaRuntime } from './java-runtime.js';
import { downloadRelease } from './maven-download.js';
import { describeRelease, type Release } from './release.js';

export interface ReleaseCacheOptions {
  readonly directory: string;
  readonly java: JavaRuntime;
  readonly onProgress: ProgressListener;
  /** Hash every jar, instead of looking at size and time. */
  readonly verify: boolean;
}

/** A release with its class-data archives. */
export interface PreparedRelease {
  readonly release: Release;
  /** Undefined if none could be made. */
  readonly nodeArchive: string | undefined;
  /** May not exist yet: the first nodetool call makes it. */
  readonly nodetoolArchive: string;
}

/** `$REAPER_CASSANDRA_CACHE`, or else `~/.cache/reaper-sidecar/cassandra`. */
export function defaultCacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['REAPER_CASSANDRA_CACHE'] || join(homedir(), '.cache', 'reaper-sidecar', 'cassandra');
}

/** Downloaded releases, shared by all clusters of a user. Only one process at a time downloads or archives. */
export class ReleaseCache {
  readonly #options: ReleaseCacheOptions;
  readonly #prepared = new Map<string, Promise<PreparedRelease>>();

  constructor(options: ReleaseCacheOptions) {
    this.#options = options;
  }

  /** Downloads and archives what is missing. Later calls for the same version answer at once. */
  prepare(version: string): Promise<PreparedRelease> {
    const earlier = this.#prepared.get(version);
    if (earlier) return earlier;
    const preparation = this.#prepare(version);
    this.#prepared.set(version, preparation);
    preparation.catch(() => this.#prepared.delete(version));
    return preparation;
  }

  async #prepare(version: string): Promise<PreparedRelease> {
    const ready = await this.#find(version);
    if (ready && existsSync(ready.archives.node)) return describePrepared(ready.release, ready.archives);
    const lock = await ExclusiveLock.acquire(`${this.#options.directory} ${version}`, {
      purpose: `preparing Cassandra ${version}`,
      onWait: ({ pid, purpose }) => this.#say(ProgressStep.Wait, `process ${pid} is ${purpose}`),
    });
    try {
      return await this.#complete(version);
    } finally {
      await lock.release();
    }
  }

  /** Under the lock: another process may have done all of it in the meantime. */
  async #complete(version: string): Promise<PreparedRelease> {
    const directory = this.#jarDirectory(version);
    if (!readManifest(directory)) await downloadRelease(version, directory, this.#options.onProgress);
    const found = await this.#find(version);
    if (!found) throw new Error(`${directory} vanished`);
    if (!existsSync(found.archives.node)) await this.#archive(found.release, found.archives.node);
    return describePrepared(found.release, found.archives);
  }

  async #find(
    version: string,
  ): Promise<{ release: Release; archives: { node: string; nodetool: string } } | undefined> {
    const directory = this.#jarDirectory(version);
    const manifest = readManifest(directory);
    if (!manifest) return undefined;
    await verifyManifest(directory, manifest, this.#options.verify);
    const release = describeRelease(directory, manifest);
    return {
      release,
      archives: archiveFiles(this.#options.directory, archiveKey(this.#options.java, release), version),
    };
  }

  async #archive(release: Release, file: string): Promise<void> {
    this.#say(ProgressStep.Archive, `making a class-data archive for Cassandra ${release.version}, once, about 10 s`);
    const { java, directory } = this.#options;
    const scratch = createHash('sha256').update(file).digest('hex').slice(0, 8);
    const job = { java, release, file, directory: join(directory, `archiving-${release.version}-${scratch}`) };
    const made = await makeClassDataArchive(job);
    if (!made) this.#say(ProgressStep.Archive, 'no archive could be made: nodes will start more slowly');
  }

  #jarDirectory(version: string): string {
    return join(this.#options.directory, 'jars', version);
  }

  #say(step: ProgressStep, message: string): void {
    this.#options.onProgress({ step, message });
  }
}

function describePrepared(release: Release, archives: { node: string; nodetool: string }): PreparedRelease {
  return {
    release,
    nodeArchive: existsSync(archives.node) ? archives.node : undefined,
    nodetoolArchive: archives.nodetool,
  };
}
