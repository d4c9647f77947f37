import type { Auth } from '@reaper-sidecar/auth';
import type { ComponentState } from '../health/readiness.js';

export interface AccessOptions {
  /** Whether the API is open to everybody who reaches it, and not to this machine only, while there is no user. */
  readonly allowUnauthenticated: boolean;
}

const HOW_TO_BEGIN =
  'Create the first user with `reaper-sidecar bootstrap`, or with REAPER_BOOTSTRAP_USER and REAPER_BOOTSTRAP_PASSWORD_FILE';

/** Who has to log in at this sidecar, and whether anybody has to at all. */
export class Access {
  #loginNeeded: boolean | undefined;

  constructor(
    readonly auth: Auth,
    private readonly options: AccessOptions,
  ) {}

  /** @throws StoreUnavailableError as long as nobody could find out */
  async isLoginNeeded(): Promise<boolean> {
    try {
      this.#loginNeeded = await this.auth.isLoginNeeded();
    } catch (error) {
      // Without a user nothing was protected, and whatever is stored cannot be changed at the moment.
      if (this.#loginNeeded !== false) throw error;
    }
    return this.#loginNeeded;
  }

  get openToAll(): boolean {
    return this.options.allowUnauthenticated;
  }

  /** For people; an API that nobody logs in to works, so this is never a reason not to be ready. */
  state(): ComponentState {
    const reach = this.openToAll ? 'open to everybody who reaches it' : 'open to this machine only';
    if (this.#loginNeeded === undefined) return { state: 'ready', detail: 'whether users must log in is not read yet' };
    if (this.#loginNeeded) return { state: 'ready', detail: 'users must log in' };
    return { state: 'ready', detail: `there is no user yet, so the API is ${reach}. ${HOW_TO_BEGIN}` };
  }
}
