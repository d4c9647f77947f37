import { ForgetHosts } from './forget-hosts.js';
import { HistoryCrediting } from './history-crediting.js';
import type { Reign } from './reign.js';
import { StorageCheck } from './storage-check.js';

/** What a leader does besides giving work: it looks after what all sidecars keep. */
export class Upkeep {
  readonly #history: HistoryCrediting;
  readonly #storage: StorageCheck;
  readonly #hosts: ForgetHosts;

  constructor(private readonly reign: Reign) {
    this.#history = new HistoryCrediting(reign);
    this.#storage = new StorageCheck(reign, this.#history);
    this.#hosts = new ForgetHosts(reign);
  }

  /** Before anything is given. */
  check(): Promise<void> {
    return this.#storage.run();
  }

  async run(): Promise<void> {
    await this.reign.crediting.run();
    this.#history.run();
    await this.#hosts.run();
  }
}
