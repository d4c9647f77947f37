import { type YamlSettings, type YamlValue } from './cassandra-yaml.js';

type Conversion = (value: YamlValue) => YamlValue;

const bytesPerUnit: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const msPerUnit: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `8MiB` to 8. */
const mebibytes: Conversion = (value) => quantity(value, bytesPerUnit, 2 ** 20);
/** `10s` to 10000. */
const milliseconds: Conversion = (value) => quantity(value, msPerUnit, 1);
/** `1MiB/s` to 1. */
const mebibytesPerSecond: Conversion = (value) => mebibytes(withoutPerSecond(value));
/** `1MiB/s` to 9: megabits, rounded up, because 0 would mean no limit. */
const megabitsPerSecond: Conversion = (value) => quantity(withoutPerSecond(value), bytesPerUnit, 1_000_000 / 8);
const unchanged: Conversion = (value) => value;

/** 4.1 dropped the units from the key names and put them into the values; 4.0 and 3.11 know only the old form. */
const translations: Readonly<Record<string, readonly [oldKey: string, convert: Conversion]>> = {
  ...inMebibytes(
    'commitlog_segment_size',
    'commitlog_total_space',
    'memtable_heap_space',
    'memtable_offheap_space',
    'key_cache_size',
    'counter_cache_size',
    'row_cache_size',
    'file_cache_size',
    'networking_cache_size',
  ),
  prepared_statements_cache_size: ['prepared_statements_cache_size_mb', mebibytes],
  ...inMilliseconds(
    'commitlog_sync_period',
    'read_request_timeout',
    'write_request_timeout',
    'range_request_timeout',
    'request_timeout',
    'truncate_request_timeout',
    'permissions_validity',
    'roles_validity',
    'credentials_validity',
  ),
  compaction_throughput: ['compaction_throughput_mb_per_sec', mebibytesPerSecond],
  stream_throughput_outbound: ['stream_throughput_outbound_megabits_per_sec', megabitsPerSecond],
  inter_dc_stream_throughput_outbound: ['inter_dc_stream_throughput_outbound_megabits_per_sec', megabitsPerSecond],
  materialized_views_enabled: ['enable_materialized_views', unchanged],
  user_defined_functions_enabled: ['enable_user_defined_functions', unchanged],
};

/** Settings in the key names of 4.1 as 4.0 and 3.11 want them; keys that are not listed stay as they are. */
export function legacyKeys(settings: YamlSettings): Record<string, YamlValue> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => {
      const [oldKey, convert] = translations[key] ?? [key, unchanged];
      return [oldKey, value === null ? null : convert(value)];
    }),
  );
}

function inMebibytes(...keys: string[]): Record<string, readonly [string, Conversion]> {
  return Object.fromEntries(keys.map((key) => [key, [`${key}_in_mb`, mebibytes]]));
}

function inMilliseconds(...keys: string[]): Record<string, readonly [string, Conversion]> {
  return Object.fromEntries(keys.map((key) => [key, [`${key}_in_ms`, milliseconds]]));
}

function withoutPerSecond(value: YamlValue): YamlValue {
  return typeof value === 'string' ? value.replace(/\/s$/, '') : value;
}

/** A value that is not a number with a known unit is passed on: Cassandra then says what it thinks of it. */
function quantity(value: YamlValue, units: Readonly<Record<string, number>>, divisor: number): YamlValue {
  const match = typeof value === 'string' ? /^(\d+)([A-Za-z]+)$/.exec(value) : null;
  const factor = units[match?.[2] ?? ''];
  return match && factor !== undefined ? Math.ceil((Number(match[1]) * factor) / divisor) : value;
}
