import { Command } from 'commander';
import { type ClusterOptions } from '../cluster/cluster-options.js';
import { type Consistency } from '../cql/consistency.js';
import { knownVersions } from '../release/series.js';
import { collectSetting, collectText, parseConsistency, parseDatacenters, parseWholeNumber } from './values.js';

/** Options every command has. */
export interface CommonFlags {
  readonly home?: string;
  readonly cache?: string;
  readonly javaHome?: string;
  readonly verify?: boolean;
  readonly json?: boolean;
}

export interface StartFlags extends CommonFlags {
  readonly version?: string;
  readonly tokens?: number;
  readonly dcs?: NonNullable<ClusterOptions['datacenters']>;
  readonly racks?: number;
  readonly heap?: string;
  readonly hints?: boolean;
  readonly prefix?: string;
  readonly jmxBase?: number;
  readonly cqlPort?: number;
  readonly storagePort?: number;
  readonly set?: NonNullable<ClusterOptions['yaml']>;
  readonly jvm?: readonly string[];
  readonly jmxAuth?: boolean;
  readonly jmxTls?: boolean;
  readonly cqlAuth?: boolean;
  readonly foreground?: boolean;
}

/** What the command line can be told to do. */
export interface Actions {
  fetch(flags: CommonFlags & { version?: string }): Promise<void>;
  start(nodes: number | undefined, flags: StartFlags): Promise<void>;
  stop(flags: CommonFlags & { kill?: boolean }): Promise<void>;
  status(flags: CommonFlags): Promise<void>;
  wipe(flags: CommonFlags): Promise<void>;
  startNode(index: number, flags: CommonFlags & { version?: string }): Promise<void>;
  stopNode(index: number, flags: CommonFlags): Promise<void>;
  killNode(index: number, flags: CommonFlags): Promise<void>;
  pauseNode(index: number, flags: CommonFlags): Promise<void>;
  resumeNode(index: number, flags: CommonFlags): Promise<void>;
  addNode(flags: CommonFlags & { dc?: string }): Promise<void>;
  nodetool(index: number, args: readonly string[], flags: CommonFlags): Promise<void>;
  cql(index: number, statement: string, flags: CommonFlags & { consistency?: Consistency }): Promise<void>;
}

/** Defines the command line. */
export function createProgram(actions: Actions): Command {
  const program = new Command('cassandra')
    .description('Real Apache Cassandra nodes on this machine, on loopback addresses only')
    .enablePositionalOptions();
  addClusterCommands(program, actions);
  addNodeCommands(program, actions);
  addClientCommands(program, actions);
  return program;
}

function addClusterCommands(program: Command, actions: Actions): void {
  addStartOptions(
    command(
      program,
      'start',
      'start a new cluster, or the stopped nodes of the one that is there; waits until all are up',
    ).argument('[N]', 'number of nodes (default: 3)', parseWholeNumber),
  ).action((nodes: number | undefined, flags: StartFlags) => actions.start(nodes, flags));
  command(program, 'status', 'show the nodes, their memory and whom they hold for down').action(
    actions.status.bind(actions),
  );
  command(program, 'stop', 'stop all nodes; their data stays')
    .option('--kill', 'at once (SIGKILL) instead of cleanly')
    .action(actions.stop.bind(actions));
  command(program, 'wipe', 'kill all nodes and delete their data').action(actions.wipe.bind(actions));
  command(program, 'fetch', 'download a release and prepare it for quick starts (start does so, too)')
    .option('--version <release>', 'Cassandra release (default: 5.0.9)')
    .action(actions.fetch.bind(actions));
}

function addStartOptions(start: Command): Command {
  return start
    .option('--version <release>', `Cassandra release, such as ${knownVersions.join(', ')} (default: 5.0.9)`)
    .option('--dcs <list>', 'data centres in node order, such as east:2,west:1 (default: all in dc1)', parseDatacenters)
    .option('--racks <count>', 'racks of every data centre (default: 1)', parseWholeNumber)
    .option('--tokens <count>', 'tokens of every node, evenly spread (default: 4)', parseWholeNumber)
    .option('--heap <size>', 'largest Java heap of every node (default: 384m)')
    .option('--hints', 'switch hinted handoff on')
    .option('--prefix <prefix>', 'addresses without the last number, such as 127.0.5. (default: 127.0.0.)')
    .option('--jmx-base <port>', 'JMX port of node 1; each further node 100 higher (default: 7100)', parseWholeNumber)
    .option('--cql-port <port>', 'CQL port of every node (default: 9042)', parseWholeNumber)
    .option('--storage-port <port>', 'port between nodes (default: 7000)', parseWholeNumber)
    .option('--set <key=value>', 'cassandra.yaml setting, null removes it; repeatable', collectSetting)
    .option('--jvm <flag>', 'JVM flag, written --jvm=-Dname=value; repeatable', collectText)
    .option('--jmx-auth', 'JMX wants a login; status --json shows the accounts')
    .option('--jmx-tls', 'JMX over TLS; status --json shows the certificate')
    .option('--cql-auth', 'CQL wants a login: cassandra, cassandra')
    .option('--foreground', 'stay, and stop the nodes on Ctrl-C or when this process ends in another way');
}

function addNodeCommands(program: Command, actions: Actions): void {
  nodeCommand(program, 'start-node', 'start one stopped node')
    .option('--version <release>', 'continue with another release on the same data')
    .action(actions.startNode.bind(actions));
  nodeCommand(program, 'stop-node', 'stop one node cleanly').action(actions.stopNode.bind(actions));
  nodeCommand(program, 'kill-node', 'end one node by SIGKILL').action(actions.killNode.bind(actions));
  nodeCommand(program, 'pause-node', 'freeze one node (SIGSTOP)').action(actions.pauseNode.bind(actions));
  nodeCommand(program, 'resume-node', 'let a frozen node go on').action(actions.resumeNode.bind(actions));
  command(program, 'add-node', 'add one node; it streams its data from the others')
    .option('--dc <name>', 'its data centre (default: that of the last node)')
    .action(actions.addNode.bind(actions));
}

function addClientCommands(program: Command, actions: Actions): void {
  nodeCommand(program, 'nodetool', 'run nodetool against one node')
    .argument('[args...]', 'arguments of nodetool')
    .passThroughOptions()
    .allowUnknownOption()
    .action(actions.nodetool.bind(actions));
  nodeCommand(program, 'cql', 'run one CQL statement on one node')
    .argument('<statement>')
    .option('--consistency <level>', 'consistency level (default: ONE)', parseConsistency)
    .action(actions.cql.bind(actions));
}

function nodeCommand(program: Command, name: string, description: string): Command {
  return command(program, name, description).argument('<node>', 'number of the node, from 1', parseWholeNumber);
}

function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option(
      '--home <directory>',
      'directory of the cluster (default: $REAPER_CASSANDRA_HOME or ~/.local/state/reaper-sidecar/cassandra)',
    )
    .option(
      '--cache <directory>',
      'directory of downloads (default: $REAPER_CASSANDRA_CACHE or ~/.cache/reaper-sidecar/cassandra)',
    )
    .option('--java-home <directory>', 'a JDK 17 (default: $JAVA_HOME, or else java on PATH)')
    .option('--verify', 'check the hash of every downloaded jar')
    .option('--json', 'print JSON for programs');
}
