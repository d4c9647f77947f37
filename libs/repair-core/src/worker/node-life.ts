import { NodeUnreachableError } from '../errors/domain-error.js';
import type { NodeIdentity, RepairNode } from '../ports/repair-node.js';
import type { WorkerMemory } from './worker-memory.js';

/** Who hears of a change of the node's identity. */
export interface NodeLifeEvents {
  /** Same host id, other JVM: every command of before is over, numbers begin anew. */
  restarted(): void;
  /** Another host id answers: this worker must not speak any more. */
  replaced(): void;
}

/** Knows which life of which node is at the other end; asks again after every doubt. */
export class NodeLife {
  #doubts = 0;
  #confirmed = 0;

  constructor(
    private readonly node: RepairNode,
    private readonly memory: WorkerMemory,
    private readonly events: NodeLifeEvents,
  ) {}

  /** The connection was lost or replaced: the node may have been restarted. */
  doubt(): void {
    this.#doubts += 1;
  }

  /** Identity of the node, read anew when in doubt or when `always`. */
  async confirm(always = false): Promise<NodeIdentity> {
    if (!always && this.#confirmed === this.#doubts) return this.memory.identity;
    const doubts = this.#doubts;
    const identity = await this.node.identity();
    this.#compare(identity);
    this.#confirmed = doubts;
    return identity;
  }

  #compare(identity: NodeIdentity): void {
    const known = this.memory.identity;
    if (identity.hostId !== known.hostId) {
      this.events.replaced();
      throw new NodeUnreachableError('The node beside this sidecar has another host id than before', {
        hostId: known.hostId,
        found: identity.hostId,
      });
    }
    if (identity.jvmStartMs !== known.jvmStartMs) this.events.restarted();
    this.memory.nodeIs(identity);
  }
}
