import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { JmxObjectNameError, ObjectName } from '../index.js';
import { JavaTestServers } from '../testing/java-server.js';

/** One question to the JDK: a command of ObjectNameOracle and its texts. */
type Question = readonly [command: 'parse' | 'match' | 'equal' | 'quote' | 'unquote', ...texts: string[]];

let servers: JavaTestServers;

beforeAll(async () => {
  servers = await JavaTestServers.compile();
});

afterAll(() => servers?.dispose());

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const plain = (text: string) => Buffer.from(text, 'base64').toString('utf8');

function askJava(questions: readonly Question[]): string[] {
  const input = questions.map(([command, ...texts]) => [command, ...texts.map(base64)].join(' ')).join('\n');
  const output = execFileSync('java', ['-Xshare:auto', '-cp', servers.classes, 'testserver.ObjectNameOracle'], {
    input: `${input}\n`,
    maxBuffer: 256 * 1024 * 1024,
  });
  const lines = output.toString().trimEnd().split('\n');
  return lines.map((line) => (line.startsWith('! ') ? '! refused' : line.split(' ').map(plain).join(' | ')));
}

function askUs([command, first = '', second = '']: Question): string {
  try {
    return answer(command, first, second);
  } catch (error) {
    if (error instanceof JmxObjectNameError) return '! refused';
    throw error;
  }
}

function answer(command: Question[0], first: string, second: string): string {
  switch (command) {
    case 'parse':
      return facts(new ObjectName(first));
    case 'match':
      return String(new ObjectName(first).matches(second));
    case 'equal':
      return String(new ObjectName(first).equals(new ObjectName(second)));
    case 'quote':
      return ObjectName.quote(first);
    case 'unquote':
      return ObjectName.unquote(first);
  }
}

function facts(name: ObjectName): string {
  const { isDomainPattern, isPropertyListPattern, isPropertyValuePattern, isPattern } = name;
  return [
    name.toString(),
    name.canonicalName,
    name.domain,
    name.keyPropertyListString,
    name.canonicalKeyPropertyListString,
    [isDomainPattern, isPropertyListPattern, isPropertyValuePattern, isPattern].join(','),
  ].join(' | ');
}

function compare(questions: readonly Question[]): void {
  const java = askJava(questions);
  expect(java).toHaveLength(questions.length);
  const different = questions
    .map((question, index) => ({ question, java: java[index], ours: askUs(question) }))
    .filter(({ java: theirs, ours }) => theirs !== ours);
  expect(different).toEqual([]);
}

/** Texts made of what the syntax is made of, so that most rules and most of their violations occur. */
const PIECES = [
  'a',
  'b',
  'type',
  'd',
  ':',
  '=',
  ',',
  '*',
  '?',
  '"',
  '\\',
  '\n',
  ' ',
  'n',
  '\\n',
  '\\"',
  '\\*',
  'a=1',
  '"x"',
  'é',
  '/',
];
const sketchy = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

const value = fc.oneof(
  fc.constantFrom('1', 'x', 'x*', '?', '*', '', 'a b', '"q"', '"*"', '"\\*"', '"a?"', '"\\n"', '"\\\\"'),
  sketchy.map((text) => ObjectName.quote(text)),
);
const properties = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'type', 'Z'), value), { selector: ([key]) => key, maxLength: 4 })
  .map((list) => list.map(([key, text]) => `${key}=${text}`));
const name = fc
  .tuple(fc.constantFrom('d', '', 'd.e', '*', 'd*', '?', '*.e', 'a=b'), properties, fc.constantFrom('', '*'))
  .map(([domain, list, end]) => `${domain}:${[...list, ...(end === '' ? [] : [end])].join(',')}`);

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20_261_122 });
}

const NOTABLE = [
  '',
  '*:*',
  ':*',
  'd:*',
  'd:a=1',
  'd:b=2,a=1',
  'd:a=1,*',
  'd:*,a=1',
  'd:a=1,*,b=2',
  'd:*,*',
  'd:a=',
  'd:a=,b=',
  'd:',
  'd',
  'a=b',
  'a=:b=c',
  'a=b:c=d',
  'd:a',
  'd:=1',
  'd:a=1,',
  'd:a=1,a=2',
  'd:a=b=c',
  'd:a=b:c',
  'd:a="',
  'd:a="x"',
  'd:a="x",b=1',
  'd:a="x"y',
  'd:a="x"yb=1',
  'd:a="x"yz',
  'd:a=x"y',
  'd:a="\\x"',
  'd:a="\\',
  'd:a="x\ny"',
  'd:a="*"',
  'd:a="\\*"',
  'd\n:a=1',
  'd:a\n=1',
  'd:a=\n',
  'd:a*=1',
  'd:a?=1',
  'd:*a=1',
  'd:a=*',
  'd:a=?',
  'd::a=1',
  ' d : a = 1 ',
  'é:ü=ß',
  'd:A=1,a=2,B=3,_=4',
  'org.apache.cassandra.db:type=Tables,keyspace=k,table=t',
];

describe('ObjectName compared with the one of the JDK', () => {
  it('accepts, refuses and prints the same names', () => {
    const texts = [...NOTABLE, ...sample(sketchy, 4_000), ...sample(name, 4_000)];
    compare(texts.map((text) => ['parse', text]));
  });

  it('selects the same names by patterns', () => {
    const names = sample(name, 6_000);
    compare(names.map((pattern, index) => ['match', pattern, names[(index * 7 + 1) % names.length] ?? '']));
    const concrete = ['d:a=1', 'd:a=1,b=x', 'd:b=x,a=1', 'd.e:type=x', 'd:a="q"', 'd:a="\\*"', 'd:type=x,Z=1'];
    compare(names.flatMap((pattern) => concrete.map((text): Question => ['match', pattern, text])));
  });

  it('calls the same names equal', () => {
    const names = sample(name, 1_000);
    compare(names.map((text, index) => ['equal', text, names[(index + 1) % names.length] ?? '']));
    compare([
      ['equal', 'd:a=1,b=2', 'd:b=2,a=1'],
      ['equal', '', '*:*'],
    ]);
  });

  it('quotes and unquotes the same texts', () => {
    const texts = sample(sketchy, 2_000);
    compare(texts.map((text) => ['quote', text]));
    compare([...texts, ...texts.map((text) => `"${text}"`)].map((text) => ['unquote', text]));
  });
});
