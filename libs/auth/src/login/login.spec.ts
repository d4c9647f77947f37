import type { Auth } from '../auth.js';
import { GOOD_PASSWORD, TestAuth } from '../testing/test-auth.js';
import { networkOf } from './login-subjects.js';
import { LOGIN_WINDOW_MS } from './login-throttle.js';

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('Login', () => {
  let test: TestAuth;
  let auth: Auth;
  const attempt = (name: string, password: string, address = '10.0.0.1', by = auth) =>
    by.login.login({ name, password, address });
  const outcome = (...args: Parameters<typeof attempt>) =>
    attempt(...args).then(
      () => 'OK',
      (error: { code: string }) => error.code,
    );

  beforeEach(async () => {
    test = new TestAuth();
    auth = await test.withAnna();
    await auth.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    await auth.users.change('ben', { disabled: true });
  });

  it('does the same work and says the same for an unknown user, a disabled one and a wrong password', async () => {
    const errors: unknown[] = [];
    for (const [name, password] of [
      ['nobody', 'x'],
      ['ben', GOOD_PASSWORD],
      ['anna', 'x'],
    ] as const) {
      errors.push(await attempt(name, password).catch(({ code, message }) => `${code} ${message}`));
    }
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('LOGIN_FAILED');
    expect(test.hasher.verified).toHaveLength(3);
  });

  it('is throttled: of 10,000 guesses through three sidecars few are checked, and then not even the right one', async () => {
    const sidecars = [auth, test.sidecar(), test.sidecar()];
    for (let n = 0; n < 10_000; n++) {
      expect(await outcome('anna', `guess ${n}`, '10.9.9.9', sidecars[n % 3])).not.toBe('OK');
      if (n % 100 === 0) await test.time.advance(100);
    }
    expect(test.hasher.verified.length).toBeLessThanOrEqual(10);
    expect(await outcome('anna', GOOD_PASSWORD, '10.9.9.9')).toBe('TOO_MANY_LOGINS');
    expect(await outcome('anna', GOOD_PASSWORD, '10.0.0.1')).toBe('OK');
  });

  it('is throttled per account when many addresses guess, and per address when many names are tried', async () => {
    for (let n = 0; n < 200; n++) await outcome('anna', 'x', `10.1.${n}.1`);
    expect(test.hasher.verified).toHaveLength(50);
    for (let n = 0; n < 300; n++) await outcome(`user${n}`, 'x', '10.2.0.1');
    expect(test.hasher.verified).toHaveLength(150);
  });

  it('forgets the failures of an account at its address when the owner comes in', async () => {
    for (let round = 0; round < 4; round++) {
      for (let n = 0; n < 9; n++) expect(await outcome('anna', 'x')).toBe('LOGIN_FAILED');
      expect(await outcome('anna', GOOD_PASSWORD)).toBe('OK');
    }
  });

  it('keeps what was typed as a name out of its errors unless it is a user', async () => {
    await expect(attempt('my-secret-typed-into-the-wrong-field', 'x')).rejects.toMatchObject({ details: {} });
    await expect(attempt('anna', 'x')).rejects.toMatchObject({ details: { user: 'anna' } });
  });

  it('blocks for a quarter of an hour', () => expect(LOGIN_WINDOW_MS).toBe(900_000));
});

describe('The address of a client', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
