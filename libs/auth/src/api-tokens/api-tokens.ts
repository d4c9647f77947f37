import type { Clock } from '@reaper-sidecar/repair-core';
import type { Directory } from '../directory/directory.js';
import { TooManyEntriesError, UnauthenticatedError, UnknownApiTokenError } from '../errors/auth-errors.js';
import { type Role, weaker } from '../permissions/role.js';
import { digest, sameDigest, type Secrets } from '../secrets.js';
import { mayAct, type User } from '../users/user.js';
import { type ApiToken, formatApiToken, parseApiToken } from './api-token.js';
import type { ApiTokenUse } from './api-token-use.js';

/** Bound of the partition. */
const MAX_TOKENS = 500;
/** A token that is over stays in the list for this time. */
const KEEP_MS = 30 * 86_400_000;

export interface NewApiToken {
  readonly name: string;
  readonly role: Role;
  readonly lifetimeMs: number;
}

/** A token as its managers see it. */
export type ApiTokenView = Omit<ApiToken, 'digest'> & { readonly lastUsedAtMs?: number };

interface ApiTokensDeps {
  readonly directory: Directory<ApiToken>;
  readonly users: Directory<User>;
  readonly use: ApiTokenUse;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Tokens of programs: made, listed, revoked and checked. */
export class ApiTokens {
  constructor(private readonly deps: ApiTokensDeps) {}

  /** @returns the token itself, which nobody can see again */
  async create({ name, role, lifetimeMs }: NewApiToken, owner: string): Promise<{ token: string; view: ApiTokenView }> {
    const { secrets, clock, directory } = this.deps;
    const id = secrets(12).toString('hex');
    const secret = secrets(32).toString('base64url');
    const createdAtMs = clock.wallMs();
    const expiresAtMs = createdAtMs + lifetimeMs;
    const value = { id, name, role, owner, digest: digest(secret), createdAtMs, expiresAtMs, revoked: false };
    await directory.change(({ entries }) => {
      if (entries.size >= MAX_TOKENS)
        throw new TooManyEntriesError(`There are ${MAX_TOKENS} API tokens; let some expire`);
      return { id, value, ttlSeconds: this.ttlOf(value) };
    });
    return { token: formatApiToken(id, secret), view: viewOf(value) };
  }

  async list(): Promise<readonly ApiTokenView[]> {
    const [{ entries }, used] = await Promise.all([this.deps.directory.fresh(), this.deps.use.readAll()]);
    return [...entries.values()]
      .sort((a, b) => b.createdAtMs - a.createdAtMs)
      .map((token) => viewOf(token, used.get(token.id)));
  }

  /** @throws UnknownApiTokenError */
  async revoke(id: string): Promise<void> {
    await this.deps.directory.change(({ entries }) => {
      const token = entries.get(id);
      if (!token) throw new UnknownApiTokenError();
      const value = { ...token, revoked: true };
      return token.revoked ? undefined : { id, value, ttlSeconds: this.ttlOf(value) };
    });
  }

  /** @throws UnauthenticatedError */
  async verify(text: string): Promise<ApiToken> {
    const parsed = parseApiToken(text);
    const token = parsed && (await this.find(parsed.id));
    const isRight = token !== undefined && sameDigest(digest(parsed?.secret ?? ''), token.digest);
    const checked = isRight ? await this.confirm(token.id) : undefined;
    if (!checked) throw new UnauthenticatedError('The API token is not valid: unknown, expired or revoked');
    this.deps.use.note(checked.id);
    return checked;
  }

  /** The token with the role that it has at present, undefined when it is over. A refusal rests on what is stored now. */
  async confirm(id: string): Promise<ApiToken | undefined> {
    const token = await this.find(id);
    if (!token || token.revoked || this.deps.clock.wallMs() > token.expiresAtMs) return undefined;
    const owner = (await this.deps.users.cached()).entries.get(token.owner);
    const acting = mayAct(owner) ? owner : (await this.deps.users.fresh()).entries.get(token.owner);
    return mayAct(acting) ? { ...token, role: weaker(token.role, acting.role) } : undefined;
  }

  private async find(id: string): Promise<ApiToken | undefined> {
    const { directory } = this.deps;
    return (await directory.cached()).entries.get(id) ?? (await directory.fresh()).entries.get(id);
  }

  private ttlOf({ expiresAtMs }: ApiToken): number {
    return Math.ceil((Math.max(0, expiresAtMs - this.deps.clock.wallMs()) + KEEP_MS) / 1_000);
  }
}

function viewOf(token: ApiToken, lastUsedAtMs?: number): ApiTokenView {
  const { id, name, role, owner, createdAtMs, expiresAtMs, revoked } = token;
  const view = { id, name, role, owner, createdAtMs, expiresAtMs, revoked };
  return lastUsedAtMs === undefined ? view : { ...view, lastUsedAtMs };
}
