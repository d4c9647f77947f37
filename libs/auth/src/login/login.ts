import type { Directory } from '../directory/directory.js';
import { LoginFailedError } from '../errors/auth-errors.js';
import type { PasswordHasher } from '../passwords/password-hasher.js';
import type { IssuedSession, Sessions } from '../sessions/sessions.js';
import type { UserDirectory } from '../users/user-directory.js';
import { mayAct, type User } from '../users/user.js';
import { userNameOf } from '../users/user-name.js';
import type { LoginThrottle } from './login-throttle.js';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Address of the client. */
  readonly address: string;
}

interface LoginDeps {
  readonly directory: Directory<User>;
  readonly users: UserDirectory;
  readonly hasher: PasswordHasher;
  readonly throttle: LoginThrottle;
  readonly sessions: Sessions;
}

/** Login with name and password. */
export class Login {
  constructor(private readonly deps: LoginDeps) {}

  /** Always a new session, whatever the caller had before. @throws LoginFailedError, TooManyLoginsError */
  async login(credentials: Credentials): Promise<IssuedSession> {
    return this.deps.sessions.open(await this.prove(credentials));
  }

  /**
   * Ends all sessions of the user and opens a new one for the caller.
   *
   * @throws LoginFailedError when the present password is wrong, WeakPasswordError, TooManyLoginsError
   */
  async changePassword(present: Credentials, password: string): Promise<IssuedSession> {
    const { name } = await this.prove(present);
    return this.deps.sessions.open(await this.deps.users.change(name, { password }));
  }

  /** The same work for a user that does not exist, is blocked, or gave a wrong password. */
  private async prove({ name: typed, password, address }: Credentials): Promise<User> {
    const { directory, hasher, throttle } = this.deps;
    const name = userNameOf(typed);
    const attempt = { name, address };
    await throttle.check(attempt);
    const found = (await directory.fresh()).entries.get(name);
    const user = mayAct(found) ? found : undefined;
    if (!(await hasher.verify(password, user?.passwordHash)) || !user) {
      await throttle.failed(attempt);
      throw new LoginFailedError(found?.removed === false ? name : undefined);
    }
    await throttle.succeeded(attempt);
    return user;
  }
}
