import { CassandraRelease } from './release.js';

describe('CassandraRelease', () => {
  it.each([
    ['3.11.19', 3, 11],
    ['4.0.19', 4, 0],
    ['4.1.10', 4, 1],
    ['5.0-rc1', 5, 0],
    ['5.0.9', 5, 0],
    ['6.0-alpha2', 6, 0],
    ['5.1-SNAPSHOT', 5, 1],
  ])('reads %s', (text, major, minor) => {
    expect(CassandraRelease.parse(text)).toMatchObject({ text, major, minor });
  });

  it.each(['', 'five', '5', 'v5.0.9', '99999.0'])('refuses %j', (text) => {
    expect(() => CassandraRelease.parse(text)).toThrow('ReleaseVersion should be a version such as 5.0.9');
  });

  it.each([
    ['4.0.19', 4, 0, true],
    ['4.0.19', 4, 1, false],
    ['3.11.19', 4, 0, false],
    ['5.0.9', 4, 1, true],
    ['6.0-alpha2', 5, 0, true],
  ])('%s is at least %d.%d: %s', (text, major, minor, expected) => {
    expect(CassandraRelease.parse(text).atLeast(major, minor)).toBe(expected);
  });
});
