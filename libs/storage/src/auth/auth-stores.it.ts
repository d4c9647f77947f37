import type { AuthStores } from '@reaper-sidecar/auth';
import {
  type AuthStorePair,
  describeApiTokenUseStoreContract,
  describeAuditLogContract,
  describeDirectoryStoreContract,
  describeLoginFailureStoreContract,
  describeRevokedSessionStoreContract,
  describeSessionStoreContract,
} from '@reaper-sidecar/auth/testing';
import { DEFAULT_KEYSPACE } from '../connection/storage-options.js';
import { StorageRig } from '../testing/storage-rig.js';
import { createAuthStores } from './create-auth-stores.js';

describe('stores of authentication on three nodes', () => {
  let rig: StorageRig;
  let one: AuthStores;
  let other: AuthStores;

  beforeAll(async () => {
    rig = await StorageRig.start();
    [one, other] = await Promise.all([connect(1), connect(2)]);
  });

  afterAll(() => rig?.stop());

  async function connect(node: number): Promise<AuthStores> {
    const connection = rig.connect(node);
    await connection.opened();
    return createAuthStores(connection);
  }

  function pairOf<T>(choose: (stores: AuthStores) => T, ...emptied: readonly string[]) {
    return async (): Promise<AuthStorePair<T>> => {
      await rig.truncate(...emptied);
      return { one: choose(one), other: choose(other) };
    };
  }

  describeDirectoryStoreContract(
    'users',
    pairOf(({ users }) => users, 'auth_user'),
  );
  describeDirectoryStoreContract(
    'API tokens',
    pairOf(({ apiTokens }) => apiTokens, 'auth_api_token'),
  );
  describeDirectoryStoreContract(
    'signing keys',
    pairOf(({ signingKeys }) => signingKeys, 'auth_signing_key'),
  );
  describeSessionStoreContract(pairOf(({ sessions }) => sessions));
  describeRevokedSessionStoreContract(pairOf(({ revokedSessions }) => revokedSessions));
  describeLoginFailureStoreContract(pairOf(({ loginFailures }) => loginFailures));
  describeApiTokenUseStoreContract(pairOf(({ apiTokenUse }) => apiTokenUse));
  describeAuditLogContract(pairOf(({ audit }) => audit, 'audit'));

  it('an entry that may expire does, and the version of the set stays', async () => {
    await rig.truncate('auth_signing_key');
    await one.signingKeys.put({ id: 'k', body: '1', version: 'v1', expected: undefined, ttlSeconds: 2 });
    const [row] = await rig.cql.query(
      `SELECT ttl(body) AS body_ttl, ttl(version) AS version_ttl FROM ${DEFAULT_KEYSPACE}.auth_signing_key WHERE realm = 'cluster'`,
    );
    expect(row).toMatchObject({ version_ttl: null });
    expect(Number(row?.['body_ttl'])).toBeLessThanOrEqual(2);
    for (let left = 100; left > 0 && (await other.signingKeys.read({ serial: false })).entries.size > 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await other.signingKeys.read({ serial: false })).toEqual({ version: 'v1', entries: new Map() });
    expect(await other.signingKeys.readVersion()).toBe('v1');
  });
});
