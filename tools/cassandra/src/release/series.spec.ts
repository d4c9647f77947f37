import { findSeries, isOlder, knownVersions, Series, seriesOf } from './series.js';

describe('findSeries', () => {
  it.each([
    ['3.11.19', '3.11'],
    ['4.0.19', '4.0'],
    ['4.1.10', '4.1'],
    ['5.0.9', '5.0'],
    ['5.0-beta1', '5.0'],
    ['6.0-alpha2', '6.0'],
    ['5.1.0', undefined],
    ['3.1.1', undefined],
    ['latest', undefined],
    ['5', undefined],
    ['', undefined],
    ['5.0.9; rm -rf', undefined],
    ['../5.0.9', undefined],
    ['5.0.9/../..', undefined],
  ])('of %p is %p', (version, series) => {
    expect(findSeries(version)).toBe(series);
  });

  it('knows the line of every version that is recommended', () => {
    expect(knownVersions.map(findSeries)).toEqual(Object.values(Series));
  });
});

describe('seriesOf', () => {
  it('refuses what is no version', () => {
    expect(() => seriesOf('7.0.0')).toThrow(/7\.0\.0 is not a version of Cassandra 3\.11/);
  });
});

describe('isOlder', () => {
  it('orders by age, not by text', () => {
    expect(isOlder(Series.V3_11, Series.V4_0)).toBe(true);
    expect(isOlder(Series.V4_1, Series.V4_1)).toBe(false);
    expect(isOlder(Series.V6_0, Series.V5_0)).toBe(false);
  });
});
