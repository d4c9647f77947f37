import { type LostAnswer, type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';
import { pickBy } from './pick-by.js';

const SLOW_FOR_MS = 20_000;
/** A sidecar that is not heard loses its list after 15 s of silence, if it has one. */
const UNHEARD_FOR_MS = 40_000;

/** A storage that fails, loses answers, is late or slow, each for one sidecar. */
export class StorageBlows {
  constructor(private readonly cluster: SimulatedCluster) {}

  unavailable({ process }: SimulatedSidecar, how: number): void {
    process?.stores.client.fail(pickBy(how, [1, 5, 30]));
  }

  loseAnswers({ process }: SimulatedSidecar, effect: LostAnswer, how: number): void {
    const lateMs = pickBy((how * 7) % 1, [500, 5_000, 60_000]);
    process?.stores.client.loseAnswer(effect, { count: pickBy(how, [1, 2, 4, 8]), lateMs });
  }

  slow({ process }: SimulatedSidecar, how: number): void {
    const client = process?.stores.client;
    const requestMs = pickBy(how, [5, 200, 2_000, 6_000]);
    client?.delay({ requestMs, answerMs: pickBy((how * 7) % 1, [5, 200, 2_000]) });
    void this.cluster.time.sleep(SLOW_FOR_MS).then(() => client?.delay({}));
  }

  /**
   * Its reports fail until its list is taken away, and what it reads takes long to arrive: so it is heard again, and
   * may start, while it still believes in the list it had.
   */
  async silence({ process, hostId }: SimulatedSidecar, how: number): Promise<void> {
    const client = process?.stores.client;
    if (!client) return;
    const { time, storage } = this.cluster;
    client.fail(Infinity, (operation) => operation === 'nodeStates.write');
    client.delay({
      answerMs: pickBy(how, [1_500, 2_500, 3_500]),
      matches: (operation) => operation === 'assignments.read',
    });
    const hasList = () => (storage.tables.assignments.at(hostId).peek()?.value.items.length ?? 0) > 0;
    const untilMs = time.monotonicMs() + UNHEARD_FOR_MS;
    while (hasList() && time.monotonicMs() < untilMs) await time.sleep(50);
    client.heal();
  }
}
