import { recordedRanges } from './recorded-ranges.js';

describe('recordedRanges', () => {
  it.each<[string, string[], string[]]>([
    [
      'a whole range of the ring',
      ['(-8070450532247928832,-5764607523034234880]'],
      ['-8070450532247928832:-5764607523034234880'],
    ],
    ['ranges that touch', ['(0,100]', '(100,200]', '(200,300]'], ['0:100', '100:200', '200:300']],
    [
      'a range over the end of the ring',
      ['(5,6]', '(9000000000000000000,-9000000000000000000]'],
      ['5:6', '9000000000000000000:-9000000000000000000'],
    ],
    [
      'ranges up to the end of the ring and from there',
      ['(-9223372036854775808,-8070450532247928832]', '(8070450532247928832,-9223372036854775808]'],
      ['-9223372036854775808:-8070450532247928832', '8070450532247928832:-9223372036854775808'],
    ],
    [
      'tokens of the random partitioner',
      ['(-1,170141183460469231731687303715884105728]'],
      ['-1:170141183460469231731687303715884105728'],
    ],
  ])('reads %s', (_what, texts, ranges) => {
    expect(recordedRanges(texts)).toEqual(ranges);
  });

  it.each([
    'nothing',
    '',
    '(0,100)',
    '[0,100]',
    '(0, 100]',
    '(0,100] ',
    '0:100',
    '(--1,2]',
    '(1.5,2]',
    '(0a,ff]',
    '(max(7),5]',
    `(0,${'9'.repeat(40)}]`,
  ])('tells no range at all when one of them is %j', (unreadable) => {
    expect(recordedRanges(['(0,100]', unreadable])).toBeUndefined();
  });

  it('tells none when none is recorded', () => {
    expect(recordedRanges([])).toBeUndefined();
  });
});
