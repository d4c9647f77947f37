import { type CqlType, CqlTypeCode as T } from './cql-type.js';
import { decodeValue } from './cql-value.js';

const type = (code: number, ...inner: CqlType[]): CqlType => ({ code, inner });
const int = type(T.Int);
const text = type(T.Varchar);
const user: CqlType = { code: T.Udt, name: 'k.person', inner: [text, int], fields: ['name', 'age'] };

describe('decodeValue', () => {
  it.each([
    ['int', int, 'fffffffe', -2],
    ['smallint', type(T.Smallint), '8000', -32_768],
    ['tinyint', type(T.Tinyint), 'ff', -1],
    ['bigint', type(T.Bigint), '7fffffffffffffff', 9_223_372_036_854_775_807n],
    ['counter', type(T.Counter), '0000000000000005', 5n],
    ['varint', type(T.Varint), 'ff00', -256n],
    ['varint', type(T.Varint), '00ff', 255n],
    ['decimal', type(T.Decimal), '0000000204d2', '1234e-2'],
    ['double', type(T.Double), '3ff8000000000000', 1.5],
    ['float', type(T.Float), 'c0000000', -2],
    ['boolean', type(T.Boolean), '00', false],
    ['text', text, 'c3a4', 'ä'],
    ['empty text', text, '', ''],
    ['empty int', int, '', null],
    ['uuid', type(T.Uuid), '00112233445566778899aabbccddeeff', '00112233-4455-6677-8899-aabbccddeeff'],
    ['timestamp', type(T.Timestamp), '0000000000000000', new Date(0)],
    ['date', type(T.Date), '80000001', '1970-01-02'],
    ['time', type(T.Time), '0000000000000001', 1n],
    ['IPv4 address', type(T.Inet), '7f000102', '127.0.1.2'],
    ['IPv6 address', type(T.Inet), '00000000000000000000000000000001', '0:0:0:0:0:0:0:1'],
    ['blob', type(T.Blob), 'cafe', Buffer.from('cafe', 'hex')],
    ['unknown type', type(0x99), 'cafe', Buffer.from('cafe', 'hex')],
    ['list', type(T.List, int), '00000002000000040000000100000004ffffffff', [1, -1]],
    ['set of nothing', type(T.Set, text), '00000000', []],
    ['map', type(T.Map, text, int), '0000000100000001610000000400000002', new Map([['a', 2]])],
    ['tuple', type(T.Tuple, int, text), '0000000400000003ffffffff', [3, null]],
    ['user-defined type', user, '00000001620000000400000009', { name: 'b', age: 9 }],
    ['user-defined type from before a field was added', user, '0000000162', { name: 'b', age: null }],
  ])('reads %s', (_, cqlType, hex, value) => {
    expect(decodeValue(cqlType, Buffer.from(hex, 'hex'))).toEqual(value);
  });

  it('reads a missing value of any type as null', () => {
    for (const code of Object.values(T)) expect(decodeValue(type(code), null)).toBeNull();
  });
});
