/** Type numbers of section 4.2.5.2 of the native protocol, v4. */
export const CqlTypeCode = {
  Custom: 0x00,
  Ascii: 0x01,
  Bigint: 0x02,
  Blob: 0x03,
  Boolean: 0x04,
  Counter: 0x05,
  Decimal: 0x06,
  Double: 0x07,
  Float: 0x08,
  Int: 0x09,
  Timestamp: 0x0b,
  Uuid: 0x0c,
  Varchar: 0x0d,
  Varint: 0x0e,
  Timeuuid: 0x0f,
  Inet: 0x10,
  Date: 0x11,
  Time: 0x12,
  Smallint: 0x13,
  Tinyint: 0x14,
  List: 0x20,
  Map: 0x21,
  Set: 0x22,
  Udt: 0x30,
  Tuple: 0x31,
} as const;

export interface CqlType {
  readonly code: number;
  readonly name?: string;
  /** Element types of a collection, tuple or user-defined type. */
  readonly inner: readonly CqlType[];
  /** Field names of a user-defined type. */
  readonly fields?: readonly string[];
}
