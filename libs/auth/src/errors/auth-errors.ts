import { DomainError } from '@reaper-sidecar/repair-core';

/** No credentials, or none that are valid. */
export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED';
}

/** The caller is known, but may not do this. */
export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN';
}

/** Name and password do not belong to an enabled user. Never says which of them is wrong. */
export class LoginFailedError extends DomainError {
  readonly code = 'LOGIN_FAILED';

  /** @param user the name if such a user exists: what people type may be their password */
  constructor(user?: string) {
    super('The name or the password is wrong, or the user is disabled', user === undefined ? {} : { user });
  }
}

/** Too many failed logins, or more logins at once than this process works on. */
export class TooManyLoginsError extends DomainError {
  readonly code = 'TOO_MANY_LOGINS';
  override readonly retryable = true;
}

/** The new password breaks a rule. */
export class WeakPasswordError extends DomainError {
  readonly code = 'WEAK_PASSWORD';
}

/** The name of a user cannot be used. */
export class InvalidUserNameError extends DomainError {
  readonly code = 'INVALID_USER_NAME';
}

export class UnknownUserError extends DomainError {
  readonly code = 'UNKNOWN_USER';

  constructor() {
    super('There is no such user; GET /api/v1/users lists those there are');
  }
}

export class UserExistsError extends DomainError {
  readonly code = 'USER_EXISTS';

  constructor(name: string) {
    super(`There is a user ${name} already; change it, or choose another name`, { name });
  }
}

/** The change would leave nobody who can manage users. */
export class LastOperatorError extends DomainError {
  readonly code = 'LAST_OPERATOR';

  constructor(name: string) {
    super(`${name} is the last enabled operator; make another user an operator first`, { name });
  }
}

/** Users are managed by users, and there is none yet. */
export class NoUserYetError extends DomainError {
  readonly code = 'NO_USER_YET';
}

export class UnknownApiTokenError extends DomainError {
  readonly code = 'UNKNOWN_API_TOKEN';

  constructor() {
    super('There is no such API token; GET /api/v1/api-tokens lists those there are');
  }
}

/** A bound of the stored things is reached. */
export class TooManyEntriesError extends DomainError {
  readonly code = 'TOO_MANY_ENTRIES';
}

/** Others changed the same things at the same time, again and again. */
export class ChangedMeanwhileError extends DomainError {
  readonly code = 'CHANGED_MEANWHILE';
  override readonly retryable = true;
}
