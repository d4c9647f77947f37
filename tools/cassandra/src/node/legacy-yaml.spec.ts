import { legacyKeys } from './legacy-yaml.js';

describe('legacyKeys', () => {
  it.each([
    ['file_cache_size', '16MiB', 'file_cache_size_in_mb', 16],
    ['file_cache_size', '1GiB', 'file_cache_size_in_mb', 1024],
    ['file_cache_size', '1KiB', 'file_cache_size_in_mb', 1],
    ['request_timeout', '20s', 'request_timeout_in_ms', 20_000],
    ['request_timeout', '1500ms', 'request_timeout_in_ms', 1500],
    ['request_timeout', '2m', 'request_timeout_in_ms', 120_000],
    ['compaction_throughput', '64MiB/s', 'compaction_throughput_mb_per_sec', 64],
    ['stream_throughput_outbound', '24MiB/s', 'stream_throughput_outbound_megabits_per_sec', 202],
    ['inter_dc_stream_throughput_outbound', '0MiB/s', 'inter_dc_stream_throughput_outbound_megabits_per_sec', 0],
    ['user_defined_functions_enabled', true, 'enable_user_defined_functions', true],
    ['cluster_name', 'x', 'cluster_name', 'x'],
    ['request_timeout', null, 'request_timeout_in_ms', null],
  ])('turns %s: %p into %s: %p', (key, value, oldKey, oldValue) => {
    expect(legacyKeys({ [key]: value })).toEqual({ [oldKey]: oldValue });
  });

  it('passes on what it does not understand, for Cassandra to complain about', () => {
    expect(legacyKeys({ request_timeout: 'soon' })).toEqual({ request_timeout_in_ms: 'soon' });
  });
});
