import { bodyCodec } from '../bodies/body-codec.js';
import { list, natural, object, text } from '../bodies/body-shape.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';

const NAME = 'absent-hosts';
const LOOK_EVERY_MS = 3_600_000;
const FORGET_AFTER_MS = 30 * 24 * 3_600_000;

interface AbsentHosts {
  readonly hosts: readonly { readonly hostId: string; readonly absentForMs: number }[];
}

const absentBody = bodyCodec<AbsentHosts>(
  'list of absent hosts',
  object<AbsentHosts>({ hosts: list(object<AbsentHosts['hosts'][number]>({ hostId: text, absentForMs: natural })) }),
);

/**
 * Removes the rows of hosts that left the ring 30 days ago. The time is what leaders saw pass, summed up in a note: no
 * clock is read, and a host that is seen in the ring once begins anew.
 */
export class ForgetHosts {
  #absentForMs: Map<string, number> | undefined;
  /** Absent at the last look of this reign. */
  #wasAbsent: ReadonlySet<string> = new Set();
  readonly #forgotten = new Set<string>();
  #lookedAt: number;

  constructor(private readonly reign: Reign) {
    this.#lookedAt = reign.now();
  }

  async run(): Promise<void> {
    const { reign } = this;
    const { notes } = reign.deps;
    const passedMs = reign.now() - this.#lookedAt;
    if (!notes || passedMs < LOOK_EVERY_MS || !reign.cluster.topology || reign.cluster.lostForMs > LOOK_EVERY_MS / 2) {
      return;
    }
    this.#absentForMs ??= await this.#read();
    this.#lookedAt = reign.now();
    const absent = [...reign.hosts.values()].filter((host) => this.#isAbsent(host));
    const before = this.#absentForMs;
    this.#absentForMs = new Map(
      absent.map(({ hostId }) => {
        const seenMs = this.#wasAbsent.has(hostId) ? passedMs : 0;
        return [hostId, Math.floor((before.get(hostId) ?? 0) + seenMs)];
      }),
    );
    this.#wasAbsent = new Set(this.#absentForMs.keys());
    for (const host of absent) await this.#forgetWhenDue(host);
    if (before.size > 0 || this.#absentForMs.size > 0) await this.#save();
  }

  /** Not in the ring, and nobody speaks for it. */
  #isAbsent(host: HostBook): boolean {
    const { cluster, timings } = this.reign;
    if (this.#forgotten.has(host.hostId) || cluster.node(host.hostId)) return false;
    return host.isIdle && (!host.state || host.silentForMs(timings.silenceGraceMs) > 0);
  }

  /**
   * The state goes with the stamp it has, not with a newer one of the leader: should the host ever come back with a clock
   * that is behind, what it writes then must be seen.
   */
  async #forgetWhenDue({ hostId, state, stateStamp }: HostBook): Promise<void> {
    const { deps, tenure } = this.reign;
    if ((this.#absentForMs?.get(hostId) ?? 0) < FORGET_AFTER_MS) return;
    const stamp = tenure.nextStamp();
    tenure.requireActing();
    await deps.assignments.remove(hostId, stamp);
    if (state) await deps.nodeStates.remove(hostId, stateStamp);
    this.#absentForMs?.delete(hostId);
    this.#forgotten.add(hostId);
    const detail = `${hostId} left the ring 30 days ago; its rows are removed`;
    deps.runtime.log.info('Forgot a host that left the ring', { hostId });
    deps.observer.decided?.({ kind: 'HOST_FORGOTTEN', detail });
  }

  async #read(): Promise<Map<string, number>> {
    const body = await this.reign.deps.notes?.read(NAME);
    const hosts = body === undefined ? [] : absentBody.decode(body).hosts;
    return new Map(hosts.map(({ hostId, absentForMs }) => [hostId, absentForMs]));
  }

  async #save(): Promise<void> {
    const { deps, tenure } = this.reign;
    const hosts = [...(this.#absentForMs ?? [])].map(([hostId, absentForMs]) => ({ hostId, absentForMs }));
    const stamp = tenure.nextStamp();
    tenure.requireActing();
    await deps.notes?.write(NAME, absentBody.encode({ hosts }), stamp);
  }
}
