import type { Auth } from '../auth.js';
import { GOOD_PASSWORD, TestAuth } from '../testing/test-auth.js';

const DAY_MS = 86_400_000;

describe('An API token', () => {
  let test: TestAuth;
  let one: Auth;
  let other: Auth;
  const enter = (token: string, auth = other) => auth.authenticator.authenticate(token);
  const make = (role: 'viewer' | 'operator' = 'operator', owner = 'anna') =>
    one.apiTokens.create({ name: 'backup job', role, lifetimeMs: 30 * DAY_MS }, owner);

  beforeEach(async () => {
    test = new TestAuth();
    one = await test.withAnna();
    other = test.sidecar();
    await other.apiTokens.list();
  });

  it('is good at once through every sidecar, with its role', async () => {
    const { token, view } = await make('viewer');
    expect(await enter(token)).toEqual({
      kind: 'api-token',
      name: `token:${view.id}`,
      role: 'viewer',
      tokenId: view.id,
      owner: 'anna',
    });
  });

  it('is stored as a digest and shown once', async () => {
    const { token } = await make();
    const secret = token.slice(-43);
    expect(JSON.stringify([...(await test.tables.apiTokens.read()).entries])).not.toContain(secret);
    expect(JSON.stringify(await one.apiTokens.list())).not.toContain(secret);
    expect(Object.keys((await one.apiTokens.list())[0]!)).not.toContain('digest');
  });

  it('tells the hour of its last use', async () => {
    const { token } = await make();
    await enter(token);
    await test.time.settle();
    const [listed] = await one.apiTokens.list();
    expect(listed!.lastUsedAtMs! % 3_600_000).toBe(0);
  });

  it.each([
    ['revoked', async (id: string) => one.apiTokens.revoke(id)],
    ['over', async () => test.time.advance(31 * DAY_MS)],
    ['of a user who is blocked', async () => void (await one.users.change('ben', { disabled: true }))],
    ['of a user who is gone', async () => one.users.remove('ben')],
  ])('that is %s is refused within ten seconds', async (_what, act) => {
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'operator' }, 'anna');
    const { token, view } = await make('operator', 'ben');
    const principal = await enter(token);
    await act(view.id);
    await test.time.advance(10_000);
    await expect(enter(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await other.authenticator.isGood(principal)).toBe(false);
  });

  it('can do no more than its owner', async () => {
    await one.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'operator' }, 'anna');
    const { token } = await make('operator', 'ben');
    await one.users.change('ben', { role: 'viewer' });
    await test.time.advance(10_000);
    expect((await enter(token)).role).toBe('viewer');
  });

  it('cannot manage users, tokens and keys', async () => {
    const { token } = await make('operator');
    const principal = await enter(token);
    await other.authenticator.authorise(principal, 'operator');
    await expect(other.authenticator.authorise(principal, 'operator in person')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is refused with another secret, and an unknown one cannot be revoked', async () => {
    const { token } = await make();
    await expect(enter(token.slice(0, -43) + 'A'.repeat(43))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(enter('rst_nonsense')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(one.apiTokens.revoke('nothing')).rejects.toMatchObject({ code: 'UNKNOWN_API_TOKEN' });
  });
});
