import {
  MAX_JOB_THREADS,
  type Parallelism,
  type PreviewKind,
  StartRefusedError,
  type RepairCommand,
} from '@reaper-sidecar/repair-core';
import { type CassandraRelease } from '../mbeans/release.js';

const PARALLELISM_OPTION: Readonly<Record<Parallelism, string>> = {
  parallel: 'parallel',
  sequential: 'sequential',
  'datacenter-aware': 'dc_parallel',
};

const PREVIEW_OPTION: Readonly<Record<PreviewKind, string>> = {
  all: 'ALL',
  unrepaired: 'UNREPAIRED',
  repaired: 'REPAIRED',
};

/** Names go into comma-separated options, where Cassandra cannot tell a comma in a name from the next name. */
const TABLE_NAME = /^\w{1,222}$/;
const RANGE = /^-?\d{1,39}:-?\d{1,39}$/;
const LIST_ELEMENT = /^[^,\s](?:[^,]{0,253}[^,\s])?$/;

/**
 * The option map of `repairAsync` (`RepairOption`). Every option that matters is sent, because the defaults of the
 * operation differ from those of nodetool: sequential instead of parallel, no repair of Paxos state (which Cassandra
 * refuses together with a preview).
 * `ignoreUnreplicatedKeyspaces` is not sent: a segment without other replicas has to fail, not to count as repaired.
 *
 * @throws StartRefusedError for a command that Cassandra would read as something else, such as one without tables
 */
export function repairOptions(command: RepairCommand, release: CassandraRelease): Map<string, string> {
  refuseMistakes(command, release);
  const options = new Map<string, string>([
    ['parallelism', PARALLELISM_OPTION[command.parallelism]],
    ['incremental', String(command.mode !== 'full')],
    ['columnFamilies', command.tables.join(',')],
    ['jobThreads', String(command.jobThreads)],
    ['primaryRange', 'false'],
    ['trace', 'false'],
  ]);
  options.set('ranges', command.ranges.join(','));
  if (command.datacenters.length > 0) options.set('dataCenters', command.datacenters.join(','));
  if (command.hosts.length > 0) options.set('hosts', command.hosts.join(','));
  if (command.preview) options.set('previewKind', PREVIEW_OPTION[command.preview]);
  else if (release.atLeast(4, 1)) options.set('repairPaxos', 'true');
  return options;
}

function refuseMistakes(command: RepairCommand, release: CassandraRelease): void {
  const problems = [
    ...listProblems('tables', command.tables, TABLE_NAME),
    ...listProblems('ranges', command.ranges, RANGE),
    ...listProblems('datacenters', command.datacenters, LIST_ELEMENT),
    ...listProblems('hosts', command.hosts, LIST_ELEMENT),
    ...meaningProblems(command, release),
  ];
  if (problems.length === 0) return;
  throw new StartRefusedError(`The repair of keyspace "${command.keyspace}" was not started: ${problems.join('; ')}`, {
    keyspace: command.keyspace,
    problems,
  });
}

function listProblems(field: string, values: readonly string[], shape: RegExp): string[] {
  const wrong = values.filter((value) => !shape.test(value));
  return wrong.slice(0, 5).map((value) => `${field} has ${JSON.stringify(value.slice(0, 80))}`);
}

function meaningProblems(command: RepairCommand, release: CassandraRelease): string[] {
  const { mode, preview, tables, ranges, datacenters, hosts, jobThreads } = command;
  const isOld = !release.atLeast(4, 0);
  const isRestricted = datacenters.length > 0 || hosts.length > 0;
  const problems: [boolean, string][] = [
    [tables.length === 0, 'no tables are named, which would repair all of them'],
    [ranges.length === 0, 'no ranges are named, which would repair all ranges of the node'],
    [mode !== 'full' && isOld, `${mode} needs Cassandra 4.0, the node runs ${release.text}; use full`],
    [mode !== 'full' && isRestricted, `${mode} marks nothing as repaired unless every replica takes part`],
    [preview !== undefined && isOld, `a preview needs Cassandra 4.0, the node runs ${release.text} and would repair`],
    [preview !== undefined && mode !== 'full', `a preview goes with full, not with ${mode}`],
    [datacenters.length > 0 && hosts.length > 0, 'datacenters and hosts cannot be used together'],
    [
      !Number.isInteger(jobThreads) || jobThreads < 1 || jobThreads > MAX_JOB_THREADS,
      `jobThreads is ${jobThreads}, allowed are 1 to ${MAX_JOB_THREADS}`,
    ],
  ];
  return problems.filter(([wrong]) => wrong).map(([, text]) => text);
}
