import { UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { GOOD_PASSWORD, TestAuth } from '../testing/test-auth.js';
import type { Auth } from '../auth.js';

const OTHER_PASSWORD = 'violet-Walrus-77-tray';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const refused = { code: 'UNAUTHENTICATED' };

describe('A session', () => {
  let test: TestAuth;
  let one: Auth;
  let other: Auth;
  const login = (auth = one) => auth.login.login({ name: 'anna', password: GOOD_PASSWORD, address: '10.0.0.1' });
  const enter = (auth: Auth, token: string) => auth.authenticator.authenticate(token);

  beforeEach(async () => {
    test = new TestAuth();
    one = await test.withAnna();
    other = test.sidecar();
  });

  it('is known to every sidecar at once, also to one that has just read everything', async () => {
    await other.signingKeys.current();
    await other.users.founded();
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    await one.signingKeys.rotate({ discardOlder: false });
    const { accessToken } = await one.login.login({ name: 'Ben ', password: GOOD_PASSWORD, address: '::1' });
    expect(await enter(other, accessToken)).toMatchObject({ kind: 'user', name: 'ben', role: 'viewer' });
  });

  it('gives a sidecar nothing to read for five seconds, and nothing ever while nobody asks', async () => {
    const { accessToken } = await login();
    await enter(other, accessToken);
    const stores = [test.tables.users, test.tables.signingKeys];
    const before = stores.map(({ reads }) => reads);
    for (let n = 0; n < 50; n++) await enter(other, accessToken);
    expect(stores.map(({ reads }) => reads)).toEqual(before);
    await test.time.advance(HOUR_MS);
    expect(stores.map(({ reads }) => reads)).toEqual(before);
  });

  it('ends after its token expires, and goes on with its refresh token, which is good once', async () => {
    const first = await login();
    await test.time.advance(6 * MINUTE_MS);
    await expect(enter(other, first.accessToken)).rejects.toMatchObject(refused);
    const second = await other.sessions.refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await enter(one, second.accessToken)).toMatchObject({ name: 'anna', sessionId: first.sessionId });
  });

  it('gives two tabs that refresh at once through different sidecars the same successor', async () => {
    const { refreshToken } = await login();
    const answers = await Promise.all(
      [one, other, test.sidecar(), one].map((auth) => auth.sessions.refresh(refreshToken)),
    );
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
    for (const { accessToken } of answers) expect(await enter(other, accessToken)).toMatchObject({ name: 'anna' });
    await test.time.advance(29_000);
    const late = await other.sessions.refresh(refreshToken);
    expect(late.refreshToken).toBe(answers[0]!.refreshToken);
    await one.sessions.refresh(late.refreshToken);
  });

  it.each([
    ['later than the grace time', 31_000, 0],
    ['after its successor was used', 0, 1],
  ])('ends for all when a refresh token is used again %s', async (_when, afterMs, uses) => {
    const stolen = await login();
    let current = await one.sessions.refresh(stolen.refreshToken);
    for (let n = 0; n < uses; n++) current = await other.sessions.refresh(current.refreshToken);
    await test.time.advance(afterMs);
    await expect(other.sessions.refresh(stolen.refreshToken)).rejects.toMatchObject({ details: { reused: true } });
    await expect(one.sessions.refresh(current.refreshToken)).rejects.toMatchObject(refused);
    await test.time.advance(5_000);
    for (const auth of [one, other]) await expect(enter(auth, current.accessToken)).rejects.toMatchObject(refused);
  });

  it.each([true, false])('survives a lost answer of the store (write took effect: %s)', async (applied) => {
    const { refreshToken } = await login();
    test.tables.sessions.failNextAdvance = { error: new UnknownOutcomeError('lost'), applied };
    const next = await one.sessions.refresh(refreshToken);
    expect((await other.sessions.refresh(next.refreshToken)).user.name).toBe('anna');
  });

  it('leaves nothing in the store that a token can be made from', async () => {
    const { refreshToken, sessionId } = await login();
    const next = await one.sessions.refresh(refreshToken);
    const stored = JSON.stringify(await test.tables.sessions.read(sessionId));
    for (const token of [refreshToken, next.refreshToken]) expect(stored).not.toContain(token.slice(-43));
  });

  it('that is logged out ends at once here and within ten seconds everywhere', async () => {
    const { accessToken, refreshToken, sessionId } = await login();
    await enter(other, accessToken);
    await one.sessions.end(sessionId);
    await expect(enter(one, accessToken)).rejects.toMatchObject(refused);
    await expect(other.sessions.refresh(refreshToken)).rejects.toMatchObject(refused);
    await test.time.advance(10_000);
    await expect(enter(other, accessToken)).rejects.toMatchObject(refused);
  });

  it.each([
    ['disabled', (auth: Auth) => auth.users.change('ben', { disabled: true })],
    ['removed', (auth: Auth) => auth.users.remove('ben')],
    ['given another password', (auth: Auth) => auth.users.change('ben', { password: OTHER_PASSWORD })],
    ['logged out everywhere', (auth: Auth) => auth.users.endSessions('ben')],
  ])('ends within ten seconds when its user is %s', async (_what, act) => {
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    const session = await one.login.login({ name: 'ben', password: GOOD_PASSWORD, address: '::1' });
    const principal = await enter(other, session.accessToken);
    await act(one);
    await test.time.advance(10_000);
    await expect(enter(other, session.accessToken)).rejects.toMatchObject(refused);
    expect(await other.authenticator.isGood(principal)).toBe(false);
    await expect(other.sessions.refresh(session.refreshToken)).rejects.toMatchObject(refused);
  });

  it('goes on with new tokens for whoever changes the own password, through any sidecar, and ends for the others', async () => {
    const [mine, elsewhere] = [await login(), await login(other)];
    await enter(other, mine.accessToken);
    const present = { name: 'anna', password: GOOD_PASSWORD, address: '10.0.0.1' };
    const next = await one.login.changePassword(present, OTHER_PASSWORD);
    expect(await enter(other, next.accessToken)).toMatchObject({ name: 'anna' });
    await test.time.advance(10_000);
    await expect(enter(other, mine.accessToken)).rejects.toMatchObject(refused);
    await expect(enter(one, elsewhere.accessToken)).rejects.toMatchObject(refused);
    await expect(login()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('gets the rights of a new role at once and loses them within ten seconds', async () => {
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    const { accessToken } = await one.login.login({ name: 'ben', password: GOOD_PASSWORD, address: '::1' });
    const viewer = await enter(other, accessToken);
    await expect(other.authenticator.authorise(viewer, 'operator')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await one.users.change('ben', { role: 'operator' });
    await other.authenticator.authorise(viewer, 'operator');
    await one.users.change('ben', { role: 'viewer' });
    await test.time.advance(10_000);
    await expect(other.authenticator.authorise(await enter(other, accessToken), 'operator')).rejects.toThrow();
  });

  it('is over when nobody refreshed it in time, and after its longest time in any case', async () => {
    let { refreshToken } = await login();
    for (let hours = 0; hours < 168; hours += 11) {
      ({ refreshToken } = await one.sessions.refresh(refreshToken));
      await test.time.advance(11 * HOUR_MS);
    }
    await expect(one.sessions.refresh(refreshToken)).rejects.toMatchObject(refused);
    const idle = await login();
    await test.time.advance(13 * HOUR_MS);
    await expect(one.sessions.refresh(idle.refreshToken)).rejects.toMatchObject(refused);
  });

  it.each(['', 'rsr_', 'rsr_0123_x', `rsr_${'0'.repeat(32)}_${'A'.repeat(43)}`])(
    'is not opened by %j',
    async (text) => {
      await expect(one.sessions.refresh(text)).rejects.toMatchObject(refused);
    },
  );
});
