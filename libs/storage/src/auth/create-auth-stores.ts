import type { AuthStores } from '@reaper-sidecar/auth';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { CassandraApiTokenUseStore } from './cassandra-api-token-use-store.js';
import { CassandraAuditLog } from './cassandra-audit-log.js';
import { CassandraDirectoryStore } from './cassandra-directory-store.js';
import { CassandraLoginFailureStore } from './cassandra-login-failure-store.js';
import { CassandraRevokedSessionStore, CassandraSessionStore } from './cassandra-session-store.js';
import { apiTokenStatements, signingKeyStatements, userStatements } from './directory-statements.js';

/** May be called before the connection is ready: until then every operation throws StoreUnavailableError. */
export function createAuthStores(connection: CassandraConnection): AuthStores {
  return {
    users: new CassandraDirectoryStore(connection, userStatements),
    apiTokens: new CassandraDirectoryStore(connection, apiTokenStatements),
    signingKeys: new CassandraDirectoryStore(connection, signingKeyStatements),
    sessions: new CassandraSessionStore(connection),
    revokedSessions: new CassandraRevokedSessionStore(connection),
    loginFailures: new CassandraLoginFailureStore(connection),
    apiTokenUse: new CassandraApiTokenUseStore(connection),
    audit: new CassandraAuditLog(connection),
  };
}
