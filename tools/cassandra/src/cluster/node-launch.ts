import { writeFileSync } from 'node:fs';
import { type NodeConfiguration } from '../node/cassandra-yaml.js';
import { daemonClass, heapFlags, nodeProperties, runtimeFlags, useArchive } from '../node/java-command.js';
import { jmxFlags } from '../node/jmx-access.js';
import { writeNodeFiles } from '../node/node-files.js';
import { markLog } from '../node/node-log.js';
import { launchDetached } from '../process/guarded-launch.js';
import { type PreparedRelease } from '../release/release-cache.js';
import { type ClusterHome } from './cluster-home.js';
import { type ClusterRecord, jmxPortOf, nodeAddress, type NodeRecord } from './cluster-settings.js';

/** Writes the configuration of a node and launches it, without waiting for it to be ready. */
export async function launchNode(
  java: string,
  home: ClusterHome,
  cluster: ClusterRecord,
  node: NodeRecord,
  prepared: PreparedRelease,
  owner: string,
): Promise<void> {
  const paths = home.node(node.index);
  writeNodeFiles(paths, prepared.release.series, configurationOf(cluster, node), node);
  const command = [java, ...nodeFlags(home, cluster, node, prepared), '-cp', prepared.release.classPath, daemonClass];
  writeFileSync(paths.command, `${command.join('\n')}\n`);
  markLog(paths);
  await launchDetached({
    command,
    directory: paths.directory,
    pidFile: paths.pidFile,
    owner,
    outputFile: paths.output,
  });
}

function configurationOf({ settings, nodes }: ClusterRecord, node: NodeRecord): NodeConfiguration {
  const founders = nodes.filter(({ tokens }) => tokens !== null);
  return {
    clusterName: 'reaper-sidecar',
    address: nodeAddress(settings, node.index),
    seeds: founders.map(({ index }) => nodeAddress(settings, index)),
    tokenCount: settings.tokens,
    tokens: node.tokens,
    storagePort: settings.storagePort,
    cqlPort: settings.cqlPort,
    hints: settings.hints,
    passwordLogin: settings.cqlAuth,
    overrides: settings.yaml,
  };
}

function nodeFlags(
  home: ClusterHome,
  { settings, nodes }: ClusterRecord,
  node: NodeRecord,
  prepared: PreparedRelease,
): string[] {
  const properties = nodeProperties({
    paths: home.node(node.index),
    userHome: home.user,
    heap: settings.heap,
    bootstraps: node.tokens === null,
    ...(node.replaces !== undefined && { replaces: nodeAddress(settings, node.replaces) }),
    authReplication: Math.min(3, nodes.length),
  });
  return [
    ...runtimeFlags(prepared.release),
    ...(prepared.nodeArchive ? useArchive(prepared.nodeArchive) : []),
    ...properties,
    ...heapFlags(settings.heap),
    ...jmxFlags(home.jmx, jmxPortOf(settings, node.index), settings),
    ...settings.jvmFlags,
  ];
}
