import { join } from 'node:path';

/** Where everything of one node lives. */
export interface NodePaths {
  readonly directory: string;
  readonly yaml: string;
  readonly rackdc: string;
  readonly logback: string;
  readonly data: string;
  readonly logs: string;
  readonly systemLog: string;
  /** What the JVM itself prints. */
  readonly output: string;
  readonly command: string;
  readonly pidFile: string;
  /** Length of the log when the node was last launched. */
  readonly logMark: string;
  readonly temporary: string;
  readonly triggers: string;
}

export function nodePaths(directory: string): NodePaths {
  const inside = (...names: string[]) => join(directory, ...names);
  return {
    directory,
    yaml: inside('cassandra.yaml'),
    rackdc: inside('rackdc.properties'),
    logback: inside('logback.xml'),
    data: inside('data'),
    logs: inside('logs'),
    systemLog: inside('logs', 'system.log'),
    output: inside('output.log'),
    command: inside('command.txt'),
    pidFile: inside('pid'),
    logMark: inside('log-mark'),
    temporary: inside('tmp'),
    triggers: inside('triggers'),
  };
}
