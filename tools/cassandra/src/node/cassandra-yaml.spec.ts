import { allSeries, Series } from '../release/series.js';
import { cassandraYaml, type NodeConfiguration } from './cassandra-yaml.js';

const node: NodeConfiguration = {
  clusterName: 'test',
  address: '127.0.5.2',
  seeds: ['127.0.5.1', '127.0.5.2'],
  tokenCount: 2,
  tokens: ['-4', '4'],
  storagePort: 7001,
  cqlPort: 9043,
  hints: false,
  passwordLogin: false,
  overrides: {},
};

const seedsOf = (yaml: object) => JSON.stringify(yaml).match(/"seeds":"([^"]*)"/)?.[1];

describe('cassandraYaml', () => {
  it.each(allSeries)('gives %s its addresses, ports and tokens', (series) => {
    expect(cassandraYaml(series, node)).toMatchObject({
      listen_address: '127.0.5.2',
      rpc_address: '127.0.5.2',
      storage_port: 7001,
      native_transport_port: 9043,
      num_tokens: 2,
      initial_token: '-4,4',
      auto_bootstrap: false,
      hinted_handoff_enabled: false,
    });
  });

  it.each([
    [Series.V3_11, '127.0.5.1,127.0.5.2'],
    [Series.V4_0, '127.0.5.1:7001,127.0.5.2:7001'],
    [Series.V5_0, '127.0.5.1:7001,127.0.5.2:7001'],
  ])('names seeds for %s as %s', (series, seeds) => {
    expect(seedsOf(cassandraYaml(series, node))).toBe(seeds);
  });

  it.each([Series.V4_1, Series.V5_0, Series.V6_0])('uses values with units for %s', (series) => {
    const yaml = cassandraYaml(series, node);
    expect(yaml).toMatchObject({
      commitlog_segment_size: '8MiB',
      read_request_timeout: '10s',
      materialized_views_enabled: true,
    });
    expect(Object.keys(yaml).filter((key) => /_in_mb$|_in_ms$|^enable_/.test(key))).toEqual([]);
  });

  it.each([Series.V3_11, Series.V4_0])('uses keys with units for %s', (series) => {
    const yaml = cassandraYaml(series, node);
    expect(yaml).toMatchObject({
      commitlog_segment_size_in_mb: 8,
      commitlog_sync_period_in_ms: 10_000,
      read_request_timeout_in_ms: 10_000,
      prepared_statements_cache_size_mb: 2,
      compaction_throughput_mb_per_sec: 0,
      stream_throughput_outbound_megabits_per_sec: 0,
      enable_materialized_views: true,
    });
    expect(Object.keys(yaml).filter((key) => key.startsWith('entire_sstable'))).toEqual([]);
    expect(Object.values(yaml).filter((value) => /^\d+(MiB|ms|s)$/.test(String(value)))).toEqual([]);
  });

  it('leaves out what only 3.11 does not know', () => {
    expect(cassandraYaml(Series.V3_11, node)).not.toHaveProperty('networking_cache_size_in_mb');
    expect(cassandraYaml(Series.V4_0, node)).toHaveProperty('networking_cache_size_in_mb', 16);
  });

  it('lets 3.11 serve CQL only and read without mmap', () => {
    expect(cassandraYaml(Series.V3_11, node)).toMatchObject({
      start_rpc: false,
      start_native_transport: true,
      disk_access_mode: 'standard',
    });
    expect(cassandraYaml(Series.V4_0, node)).not.toHaveProperty('start_rpc');
  });

  it('shortens the search for cluster metadata in 6.0 only', () => {
    expect(cassandraYaml(Series.V6_0, node)).toHaveProperty('discovery_timeout', '4s');
    expect(cassandraYaml(Series.V5_0, node)).not.toHaveProperty('discovery_timeout');
  });

  it('lets a node without tokens bootstrap', () => {
    const yaml = cassandraYaml(Series.V5_0, { ...node, tokens: null });
    expect(yaml).toHaveProperty('auto_bootstrap', true);
    expect(yaml).not.toHaveProperty('initial_token');
  });

  it('switches password login on, with short-lived caches', () => {
    expect(cassandraYaml(Series.V4_1, { ...node, passwordLogin: true })).toMatchObject({
      authenticator: 'PasswordAuthenticator',
      roles_validity: '1000ms',
    });
    expect(cassandraYaml(Series.V3_11, { ...node, passwordLogin: true })).toHaveProperty('roles_validity_in_ms', 1000);
    expect(cassandraYaml(Series.V5_0, node)).not.toHaveProperty('authenticator');
  });

  it('lets overrides win, in new and in old key names', () => {
    const overrides = { stream_throughput_outbound: '1MiB/s', concurrent_compactors: 1 };
    expect(cassandraYaml(Series.V5_0, { ...node, overrides })).toMatchObject(overrides);
    expect(cassandraYaml(Series.V4_0, { ...node, overrides })).toMatchObject({
      stream_throughput_outbound_megabits_per_sec: 9,
      concurrent_compactors: 1,
    });
    const old = { stream_throughput_outbound_megabits_per_sec: 200 };
    expect(cassandraYaml(Series.V4_0, { ...node, overrides: old })).toMatchObject(old);
  });

  it('removes a key that is overridden by null', () => {
    expect(cassandraYaml(Series.V5_0, { ...node, overrides: { auto_snapshot: null } })).not.toHaveProperty(
      'auto_snapshot',
    );
    expect(cassandraYaml(Series.V4_0, { ...node, overrides: { key_cache_size: null } })).not.toHaveProperty(
      'key_cache_size_in_mb',
    );
  });
});
