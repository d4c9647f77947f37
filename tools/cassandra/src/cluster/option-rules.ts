import { allSeries, findSeries } from '../release/series.js';
import { type ClusterOptions } from './cluster-options.js';
import { jmxPortOf } from './cluster-settings.js';

const maxNodes = 100;
const smallestHeapMebibytes = 128;

/** Settings the cluster itself depends on, and the option that changes them. */
const reservedYaml: Readonly<Record<string, string>> = {
  listen_address: 'prefix',
  rpc_address: 'prefix',
  broadcast_address: 'prefix',
  broadcast_rpc_address: 'prefix',
  storage_port: 'storagePort',
  native_transport_port: 'cqlPort',
  num_tokens: 'tokens',
  initial_token: 'tokens',
  hinted_handoff_enabled: 'hints',
  authenticator: 'cqlAuth',
};

type Rule = (options: ClusterOptions) => (string | false | undefined)[];

const rules: readonly Rule[] = [counts, datacenters, release, ports, heap, paths, yaml, jvm];

/** Everything that is wrong, in words. */
export function findMistakes(options: ClusterOptions): string[] {
  return rules.flatMap((rule) => rule(options)).filter((mistake) => typeof mistake === 'string');
}

function counts(options: ClusterOptions) {
  return [
    range('nodes', options.nodes, 1, maxNodes),
    range('tokens', options.tokens, 1, 256),
    range('racks', options.racks, 1, maxNodes),
    range('readyTimeoutMs', options.readyTimeoutMs, 1000, 3_600_000),
  ];
}

function datacenters({ datacenters: list, nodes }: ClusterOptions) {
  if (!list) return [];
  const sum = list.reduce((total, { nodes: count }) => total + count, 0);
  const names = list.map(({ name }) => name);
  return [
    list.length === 0 && 'datacenters is empty',
    ...list.map(({ name, nodes: count }) => range(`nodes of datacenter ${name}`, count, 1, maxNodes)),
    ...names.map(
      (name) => !/^[A-Za-z][A-Za-z0-9_-]{0,47}$/.test(name) && `datacenter ${JSON.stringify(name)} is not a plain name`,
    ),
    new Set(names).size < names.length && 'a datacenter is named twice',
    nodes !== undefined && nodes !== sum && `datacenters have ${sum} nodes together, but nodes is ${nodes}`,
    sum > maxNodes && `datacenters have ${sum} nodes together; at most ${maxNodes} are possible`,
  ];
}

function release({ version }: ClusterOptions) {
  if (version === undefined || findSeries(version)) return [];
  return [`version ${JSON.stringify(version)} is not one of Cassandra ${allSeries.join(', ')}`];
}

function ports(options: ClusterOptions) {
  const { prefix, jmxBase, cqlPort, storagePort } = options;
  const nodes = options.datacenters?.reduce((sum, { nodes: count }) => sum + count, 0) ?? options.nodes ?? 3;
  const lastJmxPort = jmxBase === undefined ? 0 : jmxPortOf({ jmxBase }, nodes);
  return [
    prefix !== undefined &&
      !isLoopbackPrefix(prefix) &&
      `prefix ${JSON.stringify(prefix)} is not of the form 127.x.y. (with a dot at the end)`,
    range('jmxBase', jmxBase, 1024, 65_535),
    range('cqlPort', cqlPort, 1024, 65_535),
    range('storagePort', storagePort, 1024, 65_535),
    lastJmxPort > 65_535 && `jmxBase ${jmxBase} leaves no port for JMX of node ${nodes}`,
    (cqlPort ?? 9042) === (storagePort ?? 7000) && `cqlPort and storagePort are both ${cqlPort ?? storagePort}`,
  ];
}

/** Loopback only: nothing this package starts is meant for a network. */
function isLoopbackPrefix(prefix: string): boolean {
  const match = /^127\.(\d{1,3})\.(\d{1,3})\.$/.exec(prefix);
  return match !== null && Number(match[1]) <= 255 && Number(match[2]) <= 255;
}

function heap({ heap: size }: ClusterOptions) {
  if (size === undefined) return [];
  const match = /^(\d{1,6})([mMgG])$/.exec(size);
  if (!match) return [`heap ${JSON.stringify(size)} is not a size such as 384m or 1g`];
  const mebibytes = Number(match[1]) * (match[2]?.toLowerCase() === 'g' ? 1024 : 1);
  return [
    mebibytes < smallestHeapMebibytes &&
      `heap ${size} is less than ${smallestHeapMebibytes}m, which Cassandra does not survive`,
  ];
}

/** A colon would split the class path, a comma or an equals sign a flag of the JVM. */
function paths({ home, cacheDirectory, detached }: ClusterOptions) {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  const forbidden = /[\u0000-\u001f:,=]/;
  const isForbidden = (path: string | undefined) => path !== undefined && (path === '' || forbidden.test(path));
  const mistakes = Object.entries({ home, cacheDirectory }).map(
    ([name, path]) => isForbidden(path) && `${name} ${JSON.stringify(path)} is empty or contains one of : , =`,
  );
  return [...mistakes, detached === true && home === undefined && 'detached nodes need a home, else nobody finds them'];
}

function yaml({ yaml: settings = {} }: ClusterOptions) {
  return Object.keys(settings).map((key) => {
    const option = reservedYaml[key];
    if (option) return `yaml ${key} is set by the option ${option}`;
    return !/^[a-z][a-z0-9_]{0,99}$/.test(key) && `yaml ${JSON.stringify(key)} is not a setting name`;
  });
}

function jvm({ jvmFlags = [] }: ClusterOptions) {
  return jvmFlags.map(
    (flag) => (!/^-[\x20-\x7e]+$/.test(flag) || flag === '-cp') && `jvmFlags ${JSON.stringify(flag)} is not a flag`,
  );
}

function range(name: string, value: number | undefined, min: number, max: number): string | false {
  if (value === undefined) return false;
  return (
    (!Number.isInteger(value) || value < min || value > max) &&
    `${name} is ${value}, not a whole number from ${min} to ${max}`
  );
}
