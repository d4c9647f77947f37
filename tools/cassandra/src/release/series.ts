import { RigError, RigErrorCode } from '../errors.js';

/** Release lines this package knows how to configure; all of them run on a JDK 17 (5.0 and 6.0 officially). */
export const Series = { V3_11: '3.11', V4_0: '4.0', V4_1: '4.1', V5_0: '5.0', V6_0: '6.0' } as const;
export type Series = (typeof Series)[keyof typeof Series];

export const allSeries: readonly Series[] = Object.values(Series);

/** Newest release of every line on Maven Central when this was written. Central's own "latest" is an alpha. */
export const knownVersions = ['3.11.19', '4.0.19', '4.1.10', '5.0.9', '6.0-alpha2'] as const;

export const defaultVersion = '5.0.9';

const versionShape = /^(\d{1,2}\.\d{1,2})(?:\.\d{1,3})?(?:-[A-Za-z0-9]{1,20})?$/;

/** The line of a version, undefined if it is not a version of a known line. */
export function findSeries(version: string): Series | undefined {
  const line = versionShape.exec(version)?.[1];
  return allSeries.find((series) => series === line);
}

export function seriesOf(version: string): Series {
  const series = findSeries(version);
  if (series) return series;
  throw new RigError(RigErrorCode.InvalidOptions, `${version} is not a version of Cassandra ${allSeries.join(', ')}`, {
    details: { version },
  });
}

/** Orders lines by age. */
export function isOlder(series: Series, than: Series): boolean {
  return allSeries.indexOf(series) < allSeries.indexOf(than);
}
