import type { Clock } from '@reaper-sidecar/repair-core';
import type { Directory, Entries } from '../directory/directory.js';
import {
  LastOperatorError,
  NoUserYetError,
  TooManyEntriesError,
  UnknownUserError,
  UserExistsError,
} from '../errors/auth-errors.js';
import type { PasswordHasher } from '../passwords/password-hasher.js';
import { checkPassword } from '../passwords/password-rules.js';
import type { Role } from '../permissions/role.js';
import type { User } from './user.js';
import { checkUserName } from './user-name.js';

/** Bound of the partition; the names of removed users count. */
const MAX_USERS = 500;

export interface NewUser {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}

export interface UserChange {
  readonly role?: Role;
  readonly disabled?: boolean;
  readonly password?: string;
}

interface UsersDeps {
  readonly directory: Directory<User>;
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
}

/** Users of the cluster: who there is, and every change of them. */
export class UserDirectory {
  constructor(private readonly deps: UsersDeps) {}

  /** Whether there was ever a user: from then on everybody has to log in. */
  async founded(): Promise<boolean> {
    return (await this.deps.directory.cached()).version !== undefined;
  }

  async list(): Promise<readonly User[]> {
    const { entries } = await this.deps.directory.fresh();
    return [...entries.values()].filter(({ removed }) => !removed).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws UnknownUserError */
  async get(name: string): Promise<User> {
    return present(await this.deps.directory.fresh(), name);
  }

  /**
   * Creates the first user, an operator, unless there was ever one.
   *
   * @returns whether it was created
   * @throws WeakPasswordError, InvalidUserNameError
   */
  async bootstrap(first: Omit<NewUser, 'role'>): Promise<boolean> {
    if ((await this.deps.directory.fresh()).version !== undefined) return false;
    const user = await this.newUser({ ...first, role: 'operator' }, 'bootstrap');
    let created = false;
    await this.deps.directory.change(({ version, entries }) => {
      created = version === undefined || entries.get(user.name)?.passwordHash === user.passwordHash;
      return version === undefined ? { id: user.name, value: user } : undefined;
    });
    return created;
  }

  /** @throws UserExistsError, WeakPasswordError, InvalidUserNameError, NoUserYetError, TooManyEntriesError */
  async create(wanted: NewUser, createdBy: string): Promise<User> {
    const before = await this.deps.directory.fresh();
    if (before.version === undefined) throw new NoUserYetError(NO_USER_YET);
    refuseTaken(before, wanted.name);
    const user = await this.newUser(wanted, createdBy);
    let stored = user;
    await this.deps.directory.change((now) => {
      refuseTaken(now, user.name);
      const { entries } = now;
      const former = entries.get(user.name);
      if (!former && entries.size >= MAX_USERS) throw new TooManyEntriesError(`There are ${MAX_USERS} users already`);
      stored = { ...user, epoch: (former?.epoch ?? 0) + 1 };
      return { id: user.name, value: stored };
    });
    return stored;
  }

  /**
   * A new password or a block ends all sessions of the user; another role counts for them within 5 s.
   *
   * @throws UnknownUserError, LastOperatorError, WeakPasswordError
   */
  async change(name: string, { password, ...rest }: UserChange): Promise<User> {
    await this.get(name);
    const renewed = password === undefined ? {} : await this.newPassword(name, password);
    const endsSessions = password !== undefined || rest.disabled === true;
    return this.edit(name, (user) => ({ ...user, ...rest, ...renewed, epoch: user.epoch + (endsSessions ? 1 : 0) }));
  }

  /** @throws UnknownUserError, LastOperatorError */
  async remove(name: string): Promise<void> {
    await this.edit(name, (user) => ({ ...user, removed: true, passwordHash: '', epoch: user.epoch + 1 }));
  }

  /** Ends every session of a user. @throws UnknownUserError */
  async endSessions(name: string): Promise<void> {
    await this.edit(name, (user) => ({ ...user, epoch: user.epoch + 1 }));
  }

  private async edit(name: string, alter: (user: User) => User): Promise<User> {
    let changed: User | undefined;
    await this.deps.directory.change((now) => {
      const user = present(now, name);
      changed = alter(user);
      if (isActingOperator(user) && !isActingOperator(changed)) requireAnotherOperator(now, name);
      return { id: name, value: changed };
    });
    return changed as unknown as User;
  }

  private async newUser({ name, password, role }: NewUser, createdBy: string): Promise<User> {
    checkUserName(name);
    const renewed = await this.newPassword(name, password);
    const createdAtMs = this.deps.clock.wallMs();
    return { name, role, disabled: false, removed: false, epoch: 1, createdAtMs, createdBy, ...renewed };
  }

  private async newPassword(
    name: string,
    password: string,
  ): Promise<Pick<User, 'passwordHash' | 'passwordChangedAtMs'>> {
    checkPassword(password, name);
    const passwordHash = await this.deps.hasher.hash(password);
    return { passwordHash, passwordChangedAtMs: this.deps.clock.wallMs() };
  }
}

const NO_USER_YET =
  'There is no user yet, so nobody can be told from anybody else; create the first one with `reaper-sidecar bootstrap`, ' +
  'or with REAPER_BOOTSTRAP_USER and REAPER_BOOTSTRAP_PASSWORD_FILE';

function present({ entries }: Entries<User>, name: string): User {
  const user = entries.get(name);
  if (!user || user.removed) throw new UnknownUserError();
  return user;
}

function refuseTaken({ entries }: Entries<User>, name: string): void {
  const user = entries.get(name);
  if (user && !user.removed) throw new UserExistsError(name);
}

function isActingOperator({ role, disabled, removed }: User): boolean {
  return role === 'operator' && !disabled && !removed;
}

function requireAnotherOperator({ entries }: Entries<User>, name: string): void {
  const others = [...entries.values()].filter((user) => user.name !== name);
  if (!others.some(isActingOperator)) throw new LastOperatorError(name);
}
