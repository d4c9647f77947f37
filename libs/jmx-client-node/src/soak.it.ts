import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

describe('the soak', () => {
  it('finds no leak, no lost notification and no unreported one, also in its short form', async () => {
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'soak', '--', '--short'], {
      cwd: join(__dirname, '..'),
    });
    const verdicts = stdout.split('\n').filter((line) => /^\w[^:]*: /.test(line));
    expect(verdicts.map((line) => line.replace(/ \(load .*/, ''))).toEqual([
      'calls: ok',
      'connect and close: ok',
      'notifications: ok',
      'overrun: ok',
    ]);
  });
});
