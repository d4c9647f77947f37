import type { AuthStores } from '../../auth.js';
import { MemoryAuthTables } from '../memory-auth-stores.js';
import * as contracts from './auth-store-contracts.js';

function pairOf<T>(choose: (stores: AuthStores) => T): () => contracts.AuthStorePair<T> {
  return () => {
    const tables = new MemoryAuthTables();
    return { one: choose(tables.connect()), other: choose(tables.connect()) };
  };
}

describe('memory stores', () => {
  contracts.describeDirectoryStoreContract(
    'users',
    pairOf(({ users }) => users),
  );
  contracts.describeSessionStoreContract(pairOf(({ sessions }) => sessions));
  contracts.describeRevokedSessionStoreContract(pairOf(({ revokedSessions }) => revokedSessions));
  contracts.describeLoginFailureStoreContract(pairOf(({ loginFailures }) => loginFailures));
  contracts.describeApiTokenUseStoreContract(pairOf(({ apiTokenUse }) => apiTokenUse));
  contracts.describeAuditLogContract(pairOf(({ audit }) => audit));
});
