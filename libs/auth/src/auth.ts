import type { Clock, Log } from '@reaper-sidecar/repair-core';
import { Authenticator } from './access/authenticator.js';
import { type ApiToken, apiTokenBody } from './api-tokens/api-token.js';
import { ApiTokenUse, type ApiTokenUseStore } from './api-tokens/api-token-use.js';
import { ApiTokens } from './api-tokens/api-tokens.js';
import type { AuditLog } from './audit/audit-log.js';
import type { DirectoryStore } from './directory/directory-store.js';
import { Directory } from './directory/directory.js';
import type { IdentityProvider } from './identity/identity-provider.js';
import type { LoginFailureStore } from './login/login-failures.js';
import { LoginThrottle } from './login/login-throttle.js';
import { Login } from './login/login.js';
import { Argon2Hasher } from './passwords/argon2-hasher.js';
import type { PasswordHasher } from './passwords/password-hasher.js';
import { type Secrets, systemSecrets } from './secrets.js';
import { AccessTokens } from './sessions/access-token.js';
import { RevokedSessions } from './sessions/revoked-sessions.js';
import type { RevokedSessionStore, SessionStore } from './sessions/session-store.js';
import { Sessions, type SessionTimes } from './sessions/sessions.js';
import { type SigningKey, signingKeyBody } from './signing/signing-key.js';
import { SigningKeys } from './signing/signing-keys.js';
import { UserDirectory } from './users/user-directory.js';
import { type User, userBody } from './users/user.js';

/** Everything that authentication keeps in the cluster. */
export interface AuthStores {
  readonly users: DirectoryStore;
  readonly apiTokens: DirectoryStore;
  readonly signingKeys: DirectoryStore;
  readonly sessions: SessionStore;
  readonly revokedSessions: RevokedSessionStore;
  readonly loginFailures: LoginFailureStore;
  readonly apiTokenUse: ApiTokenUseStore;
  readonly audit: AuditLog;
}

export interface AuthOptions {
  readonly stores: AuthStores;
  readonly clock: Clock;
  readonly log: Log;
  readonly times: SessionTimes;
  readonly rotateKeysAfterMs: number;
  readonly provider?: IdentityProvider;
  readonly hasher?: PasswordHasher;
  readonly secrets?: Secrets;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const DEFAULT_SESSION_TIMES: SessionTimes = {
  accessMs: 5 * MINUTE_MS,
  idleMs: 12 * HOUR_MS,
  longestMs: 168 * HOUR_MS,
};
export const DEFAULT_KEY_ROTATION_MS = 168 * HOUR_MS;

/** The parts of authentication, put together over the stores of one cluster. */
export class Auth {
  readonly users: UserDirectory;
  readonly sessions: Sessions;
  readonly login: Login;
  readonly apiTokens: ApiTokens;
  readonly signingKeys: SigningKeys;
  readonly authenticator: Authenticator;
  readonly audit: AuditLog;

  constructor(private readonly options: AuthOptions) {
    const { stores, clock, log, times, provider, rotateKeysAfterMs, secrets = systemSecrets } = options;
    const hasher = options.hasher ?? new Argon2Hasher(secrets);
    const users = new Directory<User>(stores.users, userBody, clock, secrets);
    const tokens = new Directory<ApiToken>(stores.apiTokens, apiTokenBody, clock, secrets);
    const keys = new Directory<SigningKey>(stores.signingKeys, signingKeyBody, clock, secrets);
    const revoked = new RevokedSessions(stores.revokedSessions, clock);
    this.signingKeys = new SigningKeys({ directory: keys, clock, secrets, rotateAfterMs: rotateKeysAfterMs });
    const accessTokens = new AccessTokens(this.signingKeys, clock);
    this.users = new UserDirectory({ directory: users, hasher, clock });
    this.sessions = new Sessions({
      store: stores.sessions,
      revoked,
      users,
      tokens: accessTokens,
      clock,
      secrets,
      times,
    });
    const throttle = new LoginThrottle(stores.loginFailures, clock);
    this.login = new Login({ directory: users, users: this.users, hasher, throttle, sessions: this.sessions });
    const use = new ApiTokenUse(stores.apiTokenUse, clock, log);
    this.apiTokens = new ApiTokens({ directory: tokens, users, use, clock, secrets });
    const { sessions, apiTokens } = this;
    this.authenticator = new Authenticator({ users, sessions, accessTokens, apiTokens, provider, clock });
    this.audit = stores.audit;
  }

  /** Whether everybody must say who they are: there is a user, or an external issuer is trusted. */
  async isLoginNeeded(): Promise<boolean> {
    return this.options.provider !== undefined || this.users.founded();
  }
}
