import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose';
import { TestAuth } from '../testing/test-auth.js';
import { OidcProvider } from './oidc-provider.js';
import { roleOf } from './role-claim.js';

describe('Tokens of an external issuer', () => {
  const test = new TestAuth();
  let server: Server;
  let issuer: string;
  let privateKey: KeyLike;
  let asked = 0;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    server = createServer((request, response) => {
      asked += 1;
      const known: Record<string, unknown> = {
        '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
        '/keys': { keys: [jwk] },
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(known[request.url ?? ''] ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const provider = () =>
    new OidcProvider(
      {
        issuer,
        audience: 'reaper',
        nameClaim: 'preferred_username',
        roles: { claim: 'realm_access.roles', operators: ['dba'], viewers: ['dev'] },
      },
      test.time,
    );

  async function sign(claims: Record<string, unknown> = {}, key: KeyLike | Uint8Array = privateKey, alg = 'RS256') {
    const now = Math.floor(test.time.wallMs() / 1_000);
    return new SignJWT({
      iss: issuer,
      aud: 'reaper',
      sub: '17',
      preferred_username: 'carla',
      realm_access: { roles: ['dba'] },
      exp: now + 300,
      ...claims,
    })
      .setProtectedHeader({ alg, kid: 'k1' })
      .sign(key);
  }

  it('let their people in with the role that their claim grants, and need no user here', async () => {
    const auth = test.sidecar({ provider: provider() });
    expect(await auth.isLoginNeeded()).toBe(true);
    expect(await auth.authenticator.authenticate(await sign())).toMatchObject({
      kind: 'oidc',
      name: 'oidc:carla',
      role: 'operator',
    });
    const viewer = await sign({ realm_access: { roles: ['dev', 'other'] }, preferred_username: undefined });
    expect(await auth.authenticator.authenticate(viewer)).toMatchObject({ name: 'oidc:17', role: 'viewer' });
  });

  it('are checked with keys that are read once', async () => {
    const one = provider();
    asked = 0;
    for (let n = 0; n < 5; n++) await one.verify(await sign());
    expect(asked).toBe(2);
  });

  it.each([
    ['expired', { exp: 1 }],
    ['of another audience', { aud: 'somebody-else' }],
    ['without an end', { exp: undefined }],
  ])('are refused when they are %s', async (_what, claims) => {
    await expect(provider().verify(await sign(claims))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are refused with another key, a symmetric one and alg none', async () => {
    const { privateKey: another } = await generateKeyPair('RS256');
    const forged = [await sign({}, another), await sign({}, Buffer.from('public key as secret'.repeat(3)), 'HS256')];
    const [, payload] = (await sign()).split('.');
    forged.push(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`);
    for (const token of forged)
      await expect(provider().verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are forbidden without a role here', async () => {
    await expect(provider().verify(await sign({ realm_access: { roles: ['cook'] } }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('cannot be checked while the issuer is away, which is not their fault', async () => {
    const away = new OidcProvider({ ...provider()['options'], issuer: 'http://127.0.0.1:1' }, test.time);
    await expect(away.verify(await sign())).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('The role claim', () => {
  const mapping = { claim: 'https://x.example/roles', operators: ['op'], viewers: ['view'] };

  it.each([
    [{ 'https://x.example/roles': ['view', 'op'] }, 'operator'],
    [{ 'https://x.example/roles': 'view' }, 'viewer'],
    [{ 'https://x.example/roles': { op: true } }, undefined],
    [{}, undefined],
  ])('%j grants %s', (claims, role) => expect(roleOf(claims, mapping)).toBe(role));

  it('does not reach into prototypes', () => {
    expect(roleOf({}, { ...mapping, claim: 'constructor.name', operators: ['Object'] })).toBeUndefined();
  });
});
