import { defaultVersion, knownVersions } from '@reaper-sidecar/cassandra-rig';

/** The releases to test against: `REAPER_TEST_VERSIONS=all` for one of every line. */
export const TEST_VERSIONS: readonly string[] =
  process.env['REAPER_TEST_VERSIONS'] === 'all' ? knownVersions : [defaultVersion];
