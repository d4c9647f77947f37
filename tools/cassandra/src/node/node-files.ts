import { mkdirSync, writeFileSync } from 'node:fs';
import { type Series } from '../release/series.js';
import { cassandraYaml, type NodeConfiguration } from './cassandra-yaml.js';
import { type NodePaths } from './node-paths.js';

export interface NodeLocation {
  readonly datacenter: string;
  readonly rack: string;
}

/** Writes the configuration of a node; data and logs stay as they are. */
export function writeNodeFiles(
  paths: NodePaths,
  series: Series,
  node: NodeConfiguration,
  location: NodeLocation,
): void {
  for (const directory of [paths.data, paths.logs, paths.temporary, paths.triggers]) {
    mkdirSync(directory, { recursive: true });
  }
  // JSON is YAML, too, and Cassandra's parser takes it.
  writeFileSync(paths.yaml, `${JSON.stringify(cassandraYaml(series, node), null, 1)}\n`);
  writeFileSync(paths.rackdc, `dc=${location.datacenter}\nrack=${location.rack}\n`);
  writeFileSync(paths.logback, logback(paths.systemLog));
}

/** Without a file of its own logback prints everything, debugging included. */
function logback(file: string): string {
  return `<configuration>
  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
    <file>${escapeXml(file)}</file>
    <encoder><pattern>%-5level [%thread] %date{ISO8601} %F:%L - %msg%n</pattern></encoder>
  </appender>
  <root level="INFO"><appender-ref ref="FILE"/></root>
</configuration>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
