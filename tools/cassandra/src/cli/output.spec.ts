import { RigError } from '../errors.js';
import { Output, table, toJson } from './output.js';

function capture(json: boolean) {
  const text = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({ write: (part: string) => (text[name] += part) });
  return { text, output: new Output({ out: stream('out'), err: stream('err') }, json) };
}

describe('toJson', () => {
  it('has a form for all that CQL has and JSON has not', () => {
    const value = { a: 5n, b: Buffer.from('cafe', 'hex'), c: new Map([['k', 1n]]), d: new Date(0), e: [null, 1.5] };
    expect(toJson(value)).toBe('{"a":"5","b":"0xcafe","c":[["k","1"]],"d":"1970-01-01T00:00:00.000Z","e":[null,1.5]}');
  });
});

describe('table', () => {
  it('aligns columns', () => {
    expect(
      table([
        { a: '1', long: 'x' },
        { a: '22', long: '' },
      ]),
    ).toBe('a   long\n1   x\n22');
  });
});

describe('Output', () => {
  const error = new RigError('PORT_IN_USE', 'In use already: 9042', { details: { port: 9042 } });

  it('prints errors with their code to standard error', () => {
    const { text, output } = capture(false);
    output.error(error);
    expect(text).toEqual({ out: '', err: 'cassandra: In use already: 9042 [PORT_IN_USE]\n' });
  });

  it('prints errors as JSON for programs', () => {
    const { text, output } = capture(true);
    output.error(error);
    expect(JSON.parse(text.err)).toEqual({
      error: { code: 'PORT_IN_USE', message: 'In use already: 9042', details: { port: 9042 } },
    });
  });

  it('prints progress for people only, and not among the answers', () => {
    for (const json of [false, true]) {
      const { text, output } = capture(json);
      output.progress({ step: 'launch', message: 'node 1' });
      expect(text).toEqual({ out: '', err: json ? '' : 'launch: node 1\n' });
    }
  });

  it('prints rows as a table, or all at once as JSON', () => {
    const people = capture(false);
    people.output.rows([{ id: 1, name: 'x' }]);
    expect(people.text.out).toBe('id  name\n1   x\n');
    const programs = capture(true);
    programs.output.rows([]);
    expect(programs.text.out).toBe('[]\n');
  });
});
