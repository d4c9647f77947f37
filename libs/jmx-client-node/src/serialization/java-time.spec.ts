import { readJavaTime } from './java-time.js';

function read(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  const reading = readJavaTime();
  let at = 0;
  let step = reading.next();
  while (!step.done) {
    const piece = bytes.subarray(at, at + step.value);
    at += step.value;
    step = reading.next(piece);
  }
  expect(at).toBe(bytes.length);
  return step.value;
}

describe('java.time values', () => {
  it.each([
    ['Duration.ZERO', '01 0000000000000000 00000000', 'PT0S'],
    ['Duration.ofHours(25)', '01 0000000000015f90 00000000', 'PT25H'],
    ['Duration.ofSeconds(61, 500)', '01 000000000000003d 000001f4', 'PT1M1.0000005S'],
    ['Duration.ofMillis(-1)', '01 ffffffffffffffff 3b8b87c0', 'PT-0.001S'],
    ['Duration.ofMillis(-1500)', '01 fffffffffffffffe 1dcd6500', 'PT-1.5S'],
    ['Instant.EPOCH', '02 0000000000000000 00000000', '1970-01-01T00:00:00Z'],
    ['Instant before 1970', '02 ffffffffffffffff 1dcd6500', '1969-12-31T23:59:59.500Z'],
    ['Instant.MIN', '02 ff8f e31014641400 00000000', '-1000000000-01-01T00:00:00Z'],
    ['Instant of a leap day', '02 0000000065dfcf80 00000000', '2024-02-29T00:27:44Z'],
    ['LocalDate', '03 000007e8 02 1d', '2024-02-29'],
    ['LocalDate of a small year', '03 00000007 01 01', '0007-01-01'],
    ['LocalDate of a large year', '03 00002710 01 01', '+10000-01-01'],
    ['LocalTime of an hour', '04 f5', '10:00'],
    ['LocalTime of a minute', '04 0a e1', '10:30'],
    ['LocalTime of a second', '04 0a 1e d3', '10:30:44'],
    ['LocalTime with nanoseconds', '04 0a 1e 2c 000003e8', '10:30:44.000001'],
    ['LocalDateTime', '05 000007e8 02 1d f5', '2024-02-29T10:00'],
    [
      'ZonedDateTime',
      '06 000007e8 02 1d f5 04 07 000d 4575726f70652f4265726c696e',
      '2024-02-29T10:00+01:00[Europe/Berlin]',
    ],
    ['ZonedDateTime of an offset', '06 000007e8 02 1d f5 04 08 04', '2024-02-29T10:00+01:00'],
    ['ZoneRegion', '07 0003 555443', 'UTC'],
    ['ZoneOffset', '08 f6', '-02:30'],
    ['ZoneOffset with seconds', '08 7f 00000001', '+00:00:01'],
    ['OffsetTime', '09 f5 00', '10:00Z'],
    ['OffsetDateTime', '0a 000007e8 02 1d f5 04', '2024-02-29T10:00+01:00'],
    ['Year', '0b 00000007', '7'],
    ['YearMonth', '0c 000007e8 02', '2024-02'],
    ['MonthDay', '0d 02 1d', '--02-29'],
    ['Period', '0e 00000001 00000000 fffffffe', 'P1Y-2D'],
    ['Period.ZERO', '0e 00000000 00000000 00000000', 'P0D'],
  ])('%s reads as its toString()', (_, hex, text) => {
    expect(read(hex)).toBe(text);
  });
});
