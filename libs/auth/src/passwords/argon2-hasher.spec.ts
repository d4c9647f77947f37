import { systemSecrets } from '../secrets.js';
import { Argon2Hasher } from './argon2-hasher.js';

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('Argon2Hasher', () => {
  const hasher = new Argon2Hasher(systemSecrets);

  it('makes Argon2id hashes with at least what OWASP recommends, each with a salt of its own', async () => {
    const [one, other] = [await hasher.hash('tangerine'), await hasher.hash('tangerine')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await hasher.verify('tangerine', one)).toBe(true);
    expect(await hasher.verify('Tangerine', one)).toBe(false);
  });

  it('is never right for a user that does not exist', async () => {
    expect(await hasher.verify('', undefined)).toBe(false);
  });

  it('refuses more work than may wait, so that logins cannot use up the memory', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => hasher.verify('x', undefined)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBe(18);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_LOGINS' } });
    expect(await hasher.verify('x', undefined)).toBe(false);
  });
});
