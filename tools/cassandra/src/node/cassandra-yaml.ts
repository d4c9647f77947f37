import { isOlder, Series } from '../release/series.js';
import { legacyKeys } from './legacy-yaml.js';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };
export type YamlSettings = Readonly<Record<string, YamlValue>>;

export interface NodeConfiguration {
  readonly clusterName: string;
  readonly address: string;
  /** Addresses of the nodes that were there from the beginning. */
  readonly seeds: readonly string[];
  readonly tokenCount: number;
  /** Null for a node that joins a running cluster and gets its tokens and data from there. */
  readonly tokens: readonly string[] | null;
  readonly storagePort: number;
  readonly cqlPort: number;
  readonly hints: boolean;
  readonly passwordLogin: boolean;
  /** In the key names of 4.1 and later; null removes a key. */
  readonly overrides: YamlSettings;
}

/** The settings of `cassandra.yaml` in the key names this release line understands (an unknown key is fatal). */
export function cassandraYaml(series: Series, node: NodeConfiguration): Record<string, YamlValue> {
  const settings = {
    ...identity(series, node),
    ...smallFootprint,
    ...timeouts,
    ...login(node),
    ...lineSettings(series),
  };
  const translate = isOlder(series, Series.V4_1) ? legacyKeys : (keys: YamlSettings) => keys;
  // Translated apart, so that an override given in an old key name still wins over ours.
  const merged = { ...translate(settings), ...translate(node.overrides) };
  const wanted = Object.entries(merged).filter(([key, value]) => value !== null && !unknownTo(series).includes(key));
  return Object.fromEntries(wanted);
}

function identity(series: Series, node: NodeConfiguration): YamlSettings {
  const port = isOlder(series, Series.V4_0) ? '' : `:${node.storagePort}`;
  return {
    cluster_name: node.clusterName,
    num_tokens: node.tokenCount,
    initial_token: node.tokens && node.tokens.join(','),
    // With tokens given, nothing to stream and every node a seed, all nodes can start at the same time.
    auto_bootstrap: node.tokens === null,
    partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
    endpoint_snitch: 'GossipingPropertyFileSnitch',
    seed_provider: [
      {
        class_name: 'org.apache.cassandra.locator.SimpleSeedProvider',
        parameters: [{ seeds: node.seeds.map((seed) => `${seed}${port}`).join(',') }],
      },
    ],
    listen_address: node.address,
    rpc_address: node.address,
    storage_port: node.storagePort,
    native_transport_port: node.cqlPort,
    hinted_handoff_enabled: node.hints,
    auto_snapshot: false,
    materialized_views_enabled: true,
    user_defined_functions_enabled: false,
  };
}

/** Three nodes share one small machine: little memory, few threads, no brake on compaction and streaming. */
const smallFootprint: YamlSettings = {
  commitlog_sync: 'periodic',
  commitlog_sync_period: '10000ms',
  commitlog_segment_size: '8MiB',
  commitlog_total_space: '64MiB',
  memtable_heap_space: '48MiB',
  memtable_offheap_space: '48MiB',
  memtable_flush_writers: 1,
  concurrent_reads: 8,
  concurrent_writes: 8,
  concurrent_counter_writes: 2,
  concurrent_materialized_view_writes: 2,
  // Also the number of validations at a time; 2 is what production nodes usually end up with.
  concurrent_compactors: 2,
  key_cache_size: '4MiB',
  counter_cache_size: '0MiB',
  row_cache_size: '0MiB',
  file_cache_size: '16MiB',
  networking_cache_size: '16MiB',
  prepared_statements_cache_size: '2MiB',
  compaction_throughput: '0MiB/s',
  stream_throughput_outbound: '0MiB/s',
  inter_dc_stream_throughput_outbound: '0MiB/s',
  entire_sstable_stream_throughput_outbound: '0MiB/s',
  entire_sstable_inter_dc_stream_throughput_outbound: '0MiB/s',
};

const timeouts: YamlSettings = {
  read_request_timeout: '10s',
  write_request_timeout: '10s',
  range_request_timeout: '20s',
  request_timeout: '20s',
  truncate_request_timeout: '60s',
};

function login(node: NodeConfiguration): YamlSettings {
  if (!node.passwordLogin) return {};
  return {
    authenticator: 'PasswordAuthenticator',
    authorizer: 'CassandraAuthorizer',
    role_manager: 'CassandraRoleManager',
    permissions_validity: '1000ms',
    roles_validity: '1000ms',
    credentials_validity: '1000ms',
  };
}

function lineSettings(series: Series): YamlSettings {
  // mmap cannot be undone on Java 17 by the means 3.11 knows.
  if (series === Series.V3_11) return { start_rpc: false, start_native_transport: true, disk_access_mode: 'standard' };
  // The first start waits this long in full for other cluster metadata; the default is 30 s.
  if (series === Series.V6_0) return { discovery_timeout: '4s' };
  return {};
}

function unknownTo(series: Series): readonly string[] {
  if (!isOlder(series, Series.V4_1)) return [];
  const since41 = ['entire_sstable_stream_throughput_outbound', 'entire_sstable_inter_dc_stream_throughput_outbound'];
  return series === Series.V3_11 ? [...since41, 'networking_cache_size_in_mb'] : since41;
}
