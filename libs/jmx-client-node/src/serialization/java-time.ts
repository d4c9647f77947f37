import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { decodeModifiedUtf8 } from './modified-utf8.js';

/**
 * The external form of `java.time.*` (`java.time.Ser`): a type byte and the packed value. Read into ISO-8601 text, as
 * `toString()` of the Java object gives it.
 *
 * A coroutine: it yields the number of bytes it wants next and is resumed with them, because the length is known only
 * on the way and the bytes come from a socket or from a block alike.
 */
export type ByteCoroutine<T> = Generator<number, T, Buffer>;

export function* readJavaTime(): ByteCoroutine<string> {
  const type = yield* int8();
  const read = READERS[type];
  if (read === undefined) {
    throw new JmxDecodeError(JmxErrorCode.DecodeFailed, `The reply holds a java.time value of unknown type ${type}`);
  }
  return yield* read();
}

const READERS: Readonly<Record<number, () => ByteCoroutine<string>>> = {
  1: duration,
  2: instant,
  3: localDate,
  4: localTime,
  5: localDateTime,
  6: zonedDateTime,
  7: zoneRegion,
  8: zoneOffset,
  9: function* offsetTime() {
    return (yield* localTime()) + (yield* zoneOffset());
  },
  10: function* offsetDateTime() {
    return (yield* localDateTime()) + (yield* zoneOffset());
  },
  11: function* year() {
    return String(yield* int32());
  },
  12: function* yearMonth() {
    return `${isoYear(yield* int32())}-${two(yield* int8())}`;
  },
  13: function* monthDay() {
    return `--${two(yield* int8())}-${two(yield* int8())}`;
  },
  14: period,
};

function* int8(): ByteCoroutine<number> {
  return (yield 1).readInt8(0);
}

function* int32(): ByteCoroutine<number> {
  return (yield 4).readInt32BE(0);
}

function* int64(): ByteCoroutine<bigint> {
  return (yield 8).readBigInt64BE(0);
}

function* duration(): ByteCoroutine<string> {
  const seconds = yield* int64();
  const nanos = yield* int32();
  return isoDuration(seconds, nanos);
}

/** `Duration.toString()`: hours, minutes and seconds, each with its own sign. */
function isoDuration(seconds: bigint, nanos: number): string {
  if (seconds === 0n && nanos === 0) return 'PT0S';
  const whole = seconds < 0n && nanos > 0 ? seconds + 1n : seconds;
  const hours = whole / 3600n;
  const minutes = (whole % 3600n) / 60n;
  const rest = whole % 60n;
  const text = `PT${hours === 0n ? '' : `${hours}H`}${minutes === 0n ? '' : `${minutes}M`}`;
  if (rest === 0n && nanos === 0) return text;
  const sign = seconds < 0n && rest === 0n && nanos > 0 ? '-' : '';
  return `${text}${sign}${rest}${fraction(seconds < 0n && nanos > 0 ? 1_000_000_000 - nanos : nanos, 1)}S`;
}

function* instant(): ByteCoroutine<string> {
  const seconds = yield* int64();
  const nanos = yield* int32();
  const days = floorDiv(seconds, 86_400n);
  const [year, month, day] = civilFromDays(days);
  const ofDay = Number(seconds - days * 86_400n);
  const clock = `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
  return `${isoYear(year)}-${two(month)}-${two(day)}T${clock}${fraction(nanos, 3)}Z`;
}

function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

/** Proleptic Gregorian date of a day number; JavaScript's Date covers only part of what Instant does. */
function civilFromDays(epochDay: bigint): [year: number, month: number, day: number] {
  const shifted = epochDay + 719_468n;
  const era = floorDiv(shifted, 146_097n);
  const ofEra = Number(shifted - era * 146_097n);
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return [Number(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day];
}

function* localDate(): ByteCoroutine<string> {
  const year = yield* int32();
  return `${isoYear(year)}-${two(yield* int8())}-${two(yield* int8())}`;
}

/** Trailing zero parts are left out: the last part that is there is stored as its complement. */
function* localTime(): ByteCoroutine<string> {
  const hour = yield* int8();
  if (hour < 0) return `${two(~hour)}:00`;
  const minute = yield* int8();
  if (minute < 0) return `${two(hour)}:${two(~minute)}`;
  const second = yield* int8();
  if (second < 0) return `${two(hour)}:${two(minute)}:${two(~second)}`;
  const nanos = yield* int32();
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction(nanos, 3)}`;
}

function* localDateTime(): ByteCoroutine<string> {
  return `${yield* localDate()}T${yield* localTime()}`;
}

function* zonedDateTime(): ByteCoroutine<string> {
  const local = yield* localDateTime();
  const offset = yield* zoneOffset();
  const zone = (yield* int8()) === 7 ? yield* zoneRegion() : yield* zoneOffset();
  return zone === offset ? `${local}${offset}` : `${local}${offset}[${zone}]`;
}

function* zoneRegion(): ByteCoroutine<string> {
  const length = (yield 2).readUInt16BE(0);
  return decodeModifiedUtf8(length === 0 ? Buffer.alloc(0) : yield length);
}

function* zoneOffset(): ByteCoroutine<string> {
  const quarters = yield* int8();
  const seconds = quarters === 127 ? yield* int32() : quarters * 900;
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const text = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`;
  return size % 60 === 0 ? text : `${text}:${two(size % 60)}`;
}

function* period(): ByteCoroutine<string> {
  const parts = [yield* int32(), yield* int32(), yield* int32()];
  const text = ['Y', 'M', 'D'].map((unit, index) => (parts[index] === 0 ? '' : `${parts[index]}${unit}`)).join('');
  return text === '' ? 'P0D' : `P${text}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  if (year < 0) return `-${digits}`;
  return year > 9999 ? `+${digits}` : digits;
}

/** Nanoseconds as a decimal fraction in steps of `digits` digits; nothing when zero. */
function fraction(nanos: number, digits: number): string {
  if (nanos === 0) return '';
  let text = String(nanos).padStart(9, '0');
  while (text.endsWith('0'.repeat(digits))) text = text.slice(0, -digits);
  return `.${text}`;
}
