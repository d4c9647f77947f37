import type { Clock } from '@reaper-sidecar/repair-core';
import type { Directory, Entries } from '../directory/directory.js';
import type { Secrets } from '../secrets.js';
import { SIGNING_KEY_BYTES, type SigningKey } from './signing-key.js';

export interface SigningKeysDeps {
  readonly directory: Directory<SigningKey>;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** A key signs for this time; the first that signs afterwards makes the next one. */
  readonly rotateAfterMs: number;
}

const DAY_MS = 86_400_000;

/** The keys of the cluster: one signs, the others are good for the tokens they signed. */
export class SigningKeys {
  constructor(private readonly deps: SigningKeysDeps) {}

  /** The key to sign with; made when there is none, or when the newest has signed long enough. */
  async current(): Promise<SigningKey> {
    const known = newest(await this.deps.directory.cached());
    if (known && this.isYoung(known)) return known;
    await this.add((latest) => !latest || !this.isYoung(latest), false);
    return this.newestNow();
  }

  /** The key of a token, undefined for one that never was, is over or was discarded. */
  async find(id: string): Promise<SigningKey | undefined> {
    return usable(await this.deps.directory.cached(), id) ?? usable(await this.deps.directory.fresh(), id);
  }

  /** Signs with a new key from now on. With `discardOlder` every session needs its refresh token at once. */
  async rotate({ discardOlder }: { readonly discardOlder: boolean }): Promise<SigningKey> {
    await this.add(() => true, discardOlder);
    return this.newestNow();
  }

  private async add(isWanted: (latest: SigningKey | undefined) => boolean, discardsOlder: boolean): Promise<void> {
    const { clock, secrets, directory, rotateAfterMs } = this.deps;
    const id = secrets(12).toString('hex');
    const secret = secrets(SIGNING_KEY_BYTES).toString('base64url');
    await directory.change((present) => {
      const latest = newest(present);
      if (present.entries.has(id) || !isWanted(latest)) return undefined;
      // Later than every other, also when the clock of this machine is behind.
      const createdAtMs = Math.max(clock.wallMs(), (latest?.createdAtMs ?? 0) + 1);
      const ttlSeconds = Math.ceil((2 * rotateAfterMs + DAY_MS) / 1_000);
      return { id, value: { id, secret, createdAtMs, discardsOlder }, ttlSeconds };
    });
  }

  private async newestNow(): Promise<SigningKey> {
    return newest(await this.deps.directory.fresh()) as SigningKey;
  }

  private isYoung({ createdAtMs }: SigningKey): boolean {
    return this.deps.clock.wallMs() - createdAtMs < this.deps.rotateAfterMs;
  }
}

function newest({ entries }: Entries<SigningKey>): SigningKey | undefined {
  return [...entries.values()].sort((a, b) => b.createdAtMs - a.createdAtMs)[0];
}

function usable({ entries }: Entries<SigningKey>, id: string): SigningKey | undefined {
  const key = entries.get(id);
  const discarded = [...entries.values()].some(
    (other) => other.discardsOlder && other.createdAtMs > (key?.createdAtMs ?? 0),
  );
  return discarded ? undefined : key;
}
