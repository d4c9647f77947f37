import { UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { GOOD_PASSWORD, TestAuth } from '../testing/test-auth.js';

const OTHER_PASSWORD = 'violet-Walrus-77-tray';

describe('The first user', () => {
  it('is an operator, and is created once per cluster, whoever tries at the same time', async () => {
    const test = new TestAuth();
    const sidecars = [test.sidecar(), test.sidecar(), test.sidecar()];
    const names = ['anna', 'ben', 'anna'];
    const created = await Promise.all(
      sidecars.map((auth, n) => auth.users.bootstrap({ name: names[n]!, password: `${GOOD_PASSWORD}${n}` })),
    );
    expect(created.filter(Boolean)).toHaveLength(1);
    const users = await sidecars[2]!.users.list();
    expect(users).toHaveLength(1);
    expect(users[0]).toMatchObject({ role: 'operator', disabled: false, createdBy: 'bootstrap' });
  });

  it('is not created again after it was removed', async () => {
    const test = new TestAuth();
    const auth = await test.withAnna();
    await auth.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'operator' }, 'anna');
    await auth.users.remove('anna');
    expect(await auth.users.bootstrap({ name: 'anna', password: GOOD_PASSWORD })).toBe(false);
  });

  it('has to be created before others', async () => {
    const auth = new TestAuth().sidecar();
    const wanted = { name: 'ben', password: GOOD_PASSWORD, role: 'viewer' } as const;
    await expect(auth.users.create(wanted, 'anonymous')).rejects.toMatchObject({ code: 'NO_USER_YET' });
    expect(await auth.isLoginNeeded()).toBe(false);
  });

  it('is noticed by every sidecar within five seconds', async () => {
    const test = new TestAuth();
    const other = test.sidecar();
    expect(await other.isLoginNeeded()).toBe(false);
    await test.withAnna();
    await test.time.advance(5_000);
    expect(await other.isLoginNeeded()).toBe(true);
  });

  it('counts as created when the answer of the write is lost', async () => {
    const test = new TestAuth();
    test.tables.users.failNextPut = { error: new UnknownOutcomeError('lost'), applied: true };
    expect(await test.sidecar().users.bootstrap({ name: 'anna', password: GOOD_PASSWORD })).toBe(true);
    const again = new TestAuth();
    again.tables.users.failNextPut = { error: new UnknownOutcomeError('lost'), applied: false };
    expect(await again.sidecar().users.bootstrap({ name: 'anna', password: GOOD_PASSWORD })).toBe(true);
  });
});

describe('Users', () => {
  it('are created, changed and removed through any sidecar, and seen at once through the others', async () => {
    const test = new TestAuth();
    const [one, other] = [await test.withAnna(), test.sidecar()];
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    expect(await other.users.get('ben')).toMatchObject({ role: 'viewer', createdBy: 'anna' });
    await other.users.change('ben', { role: 'operator' });
    expect(await one.users.get('ben')).toMatchObject({ role: 'operator' });
    await one.users.remove('ben');
    await expect(other.users.get('ben')).rejects.toMatchObject({ code: 'UNKNOWN_USER' });
    expect((await other.users.list()).map(({ name }) => name)).toEqual(['anna']);
  });

  it('have names of their own, also when two sidecars create the same at once', async () => {
    const test = new TestAuth();
    const [one, other] = [await test.withAnna(), test.sidecar()];
    const wanted = { name: 'ben', password: GOOD_PASSWORD, role: 'viewer' } as const;
    const answers = await Promise.allSettled([one.users.create(wanted, 'anna'), other.users.create(wanted, 'anna')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each(['', 'Anna', 'a b', '-a', 'a'.repeat(65), 'ä', 'a\r\nset-cookie'])('cannot be named %j', async (name) => {
    const auth = await new TestAuth().withAnna();
    const wanted = { name, password: GOOD_PASSWORD, role: 'viewer' } as const;
    await expect(auth.users.create(wanted, 'anna')).rejects.toMatchObject({ code: 'INVALID_USER_NAME' });
  });

  it('always include an enabled operator, also when two give up the role at once', async () => {
    const test = new TestAuth();
    const [one, other] = [await test.withAnna(), test.sidecar()];
    for (const change of [{ role: 'viewer' }, { disabled: true }] as const) {
      await expect(one.users.change('anna', change)).rejects.toMatchObject({ code: 'LAST_OPERATOR' });
    }
    await expect(one.users.remove('anna')).rejects.toMatchObject({ code: 'LAST_OPERATOR' });
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'operator' }, 'anna');
    const answers = await Promise.allSettled([
      one.users.change('anna', { role: 'viewer' }),
      other.users.change('ben', { role: 'viewer' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('who come back under a removed name do not get the sessions of the former', async () => {
    const test = new TestAuth();
    const auth = await test.withAnna();
    await auth.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    const { accessToken } = await auth.login.login({ name: 'ben', password: GOOD_PASSWORD, address: '::1' });
    await auth.users.remove('ben');
    await auth.users.create({ name: 'ben', password: OTHER_PASSWORD, role: 'operator' }, 'anna');
    await expect(auth.authenticator.authenticate(accessToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
