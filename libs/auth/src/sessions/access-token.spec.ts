import { createHmac } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import type { Auth } from '../auth.js';
import { GOOD_PASSWORD, TestAuth } from '../testing/test-auth.js';

describe('A forged session token', () => {
  let test: TestAuth;
  let auth: Auth;
  let genuine: string;
  let key: { id: string; secret: string };

  beforeEach(async () => {
    test = new TestAuth();
    auth = await test.withAnna();
    genuine = (await auth.login.login({ name: 'anna', password: GOOD_PASSWORD, address: '::1' })).accessToken;
    key = await auth.signingKeys.current();
  });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as object;
  const nowSeconds = () => Math.floor(test.time.wallMs() / 1_000);
  function sign(
    claims: object,
    header: object = {},
    secret: string | Buffer = Buffer.from(key.secret, 'base64url'),
  ): string {
    const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: key.id, ...header })}.${part({ ...claimsOf(genuine), ...claims })}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const expectRefused = (token: string) =>
    expect(auth.authenticator.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

  it('is told from one that is signed in the same way with the right key', async () => {
    expect(await auth.authenticator.authenticate(sign({}))).toMatchObject({ name: 'anna' });
  });

  it.each(['none', 'None', 'NONE', ''])('with alg "%s" is refused', async (alg) => {
    const text = `${part({ alg, typ: 'at+jwt', kid: key.id })}.${genuine.split('.')[1]}`;
    await expectRefused(`${text}.`);
    await expectRefused(`${text}.${genuine.split('.')[2]}`);
    await expectRefused(sign({}, { alg }));
  });

  it('with another key or another id of a key is refused', async () => {
    await expectRefused(sign({}, {}, 'another secret of some length'));
    await expectRefused(sign({}, { kid: 'f'.repeat(24) }));
    await expectRefused(sign({}, { kid: '../../etc/passwd' }));
    await expectRefused(sign({}, { kid: undefined }));
  });

  it('with an asymmetric algorithm, or with a key that it brings itself, is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const header = { alg: 'ES256', typ: 'at+jwt', kid: key.id };
    await expectRefused(await new SignJWT({ ...claimsOf(genuine) }).setProtectedHeader(header).sign(privateKey));
    const jwk = { kty: 'oct', k: Buffer.from('mine').toString('base64url') };
    await expectRefused(sign({}, { jwk }, 'mine'));
  });

  it.each([
    ['expired', () => ({ exp: nowSeconds() - 31 })],
    ['not yet good', () => ({ nbf: nowSeconds() + 60 })],
    ['from the future', () => ({ iat: nowSeconds() + 60, exp: nowSeconds() + 300 })],
    ['without an end', () => ({ exp: undefined })],
    ['of another audience', () => ({ aud: 'somebody-else' })],
    ['of another issuer', () => ({ iss: 'somebody-else' })],
    ['of another session', () => ({ sid: 7 })],
    ['of another user', () => ({ sub: 'nobody' })],
    ['of another epoch', () => ({ epoch: 99 })],
  ])('that is %s is refused, although the signature is right', async (_what, claims) => {
    await expectRefused(sign(claims()));
  });

  it('of another type is refused', () => expectRefused(sign({}, { typ: 'JWT' })));

  it.each(['', 'a', 'a.b', 'a.b.c', '..', 'e30.e30.', 'x'.repeat(10_000)])(
    'that is no token is refused: %.20s',
    expectRefused,
  );

  it('cannot use claims to become an operator', async () => {
    await auth.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
    const principal = await auth.authenticator.authenticate(sign({ sub: 'ben', epoch: 1, role: 'operator' }));
    expect(principal.role).toBe('viewer');
  });
});

describe('Signing keys', () => {
  it('are made once, whoever needs the first one at the same time', async () => {
    const test = new TestAuth();
    const keys = await Promise.all([1, 2, 3].map(() => test.sidecar().signingKeys.current()));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  });

  it('are renewed when they are old, and tokens of the old one stay good', async () => {
    const test = new TestAuth();
    const auth = await test.withAnna({ rotateKeysAfterMs: 60_000 });
    const { accessToken } = await auth.login.login({ name: 'anna', password: GOOD_PASSWORD, address: '::1' });
    const before = await auth.signingKeys.current();
    await test.time.advance(61_000);
    const sidecars = [test.sidecar({ rotateKeysAfterMs: 60_000 }), auth];
    const after = await Promise.all(sidecars.map(({ signingKeys }) => signingKeys.current()));
    expect(after[0]!.id).toBe(after[1]!.id);
    expect(after[0]!.id).not.toBe(before.id);
    for (const { authenticator } of sidecars)
      expect(await authenticator.authenticate(accessToken)).toMatchObject({ name: 'anna' });
  });

  it('can be discarded: tokens of old ones are refused, sessions go on by their refresh tokens', async () => {
    const test = new TestAuth();
    const [auth, other] = [await test.withAnna(), test.sidecar()];
    const session = await auth.login.login({ name: 'anna', password: GOOD_PASSWORD, address: '::1' });
    await other.authenticator.authenticate(session.accessToken);
    await auth.signingKeys.rotate({ discardOlder: true });
    await test.time.advance(10_000);
    await expect(other.authenticator.authenticate(session.accessToken)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const next = await other.sessions.refresh(session.refreshToken);
    expect(await auth.authenticator.authenticate(next.accessToken)).toMatchObject({ name: 'anna' });
  });
});
