import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { RigError, RigErrorCode } from '../errors.js';
import { nodePaths, type NodePaths } from '../node/node-paths.js';
import { type ClusterRecord } from './cluster-settings.js';

/** Where the command line keeps its cluster: `$REAPER_CASSANDRA_HOME`, or else `~/.local/state/reaper-sidecar/cassandra`. */
export function defaultHomeDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['REAPER_CASSANDRA_HOME'] || join(homedir(), '.local', 'state', 'reaper-sidecar', 'cassandra');
}

/** The directory of one cluster. */
export class ClusterHome {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = resolve(directory);
  }

  node(index: number): NodePaths {
    return nodePaths(join(this.#nodes, String(index)));
  }

  /** Passwords and certificate for JMX. */
  get jmx(): string {
    return join(this.directory, 'jmx');
  }

  /** Home directory in the eyes of Java programs. */
  get user(): string {
    return join(this.directory, 'user');
  }

  create(): void {
    for (const directory of [this.#nodes, this.user]) mkdirSync(directory, { recursive: true });
  }

  /** Undefined if there is no cluster. @throws RigError `CLUSTER_DAMAGED` */
  read(): ClusterRecord | undefined {
    if (!existsSync(this.#record)) return undefined;
    try {
      const record = JSON.parse(readFileSync(this.#record, 'utf8')) as ClusterRecord;
      if (record.format === 1 && Array.isArray(record.nodes)) return record;
    } catch {
      // Reported below, together with the wrong shape.
    }
    throw new RigError(
      RigErrorCode.ClusterDamaged,
      `${this.#record} is unreadable. End its nodes by hand if any run, then delete ${this.directory}`,
    );
  }

  /** Written beside and renamed, so that nobody ever reads half of it. */
  write(record: ClusterRecord): void {
    const unfinished = `${this.#record}.part`;
    writeFileSync(unfinished, `${JSON.stringify(record, null, 1)}\n`);
    renameSync(unfinished, this.#record);
  }

  /** Deletes what is left of an earlier node of this number. */
  clearNode(index: number): void {
    rmSync(this.node(index).directory, { recursive: true, force: true });
  }

  /** Deletes all this package wrote there, and nothing else; the directory itself only if it is `own`. */
  clear(own: boolean): void {
    if (own) return rmSync(this.directory, { recursive: true, force: true });
    for (const path of [this.#record, this.#nodes, this.jmx, this.user]) rmSync(path, { recursive: true, force: true });
  }

  get #record(): string {
    return join(this.directory, 'cluster.json');
  }

  get #nodes(): string {
    return join(this.directory, 'nodes');
  }
}
