import {
  type CancelTarget,
  type CommandStatus,
  type NodeActivity,
  type NodeIdentity,
  type PreparedRepair,
  type RepairCommand,
  type RepairListener,
  type RepairNode,
} from '@reaper-sidecar/repair-core';
import { type PreparedInvocation } from '../connection/mbean-access.js';
import { type NodeConnection } from '../connection/node-connection.js';
import { asCount } from '../mbeans/java-values.js';
import { commandStatus } from './command-status.js';
import { type ReadFileSystem } from './disk-space.js';
import { readActivity } from './node-activity.js';
import { readIdentity } from './node-identity.js';
import { repairEvent } from './repair-event.js';
import { repairOptions } from './repair-options.js';
import { cancelScoped } from './scoped-cancel.js';
import { startRefusal } from './start-failure.js';

/** The own node, over JMX. */
export class JmxRepairNode implements RepairNode {
  /** @param readFileSystem how the space of the data directories is found out; by default `statfs` */
  constructor(
    private readonly connection: NodeConnection,
    private readonly readFileSystem?: ReadFileSystem,
  ) {}

  identity(): Promise<NodeIdentity> {
    return this.connection.use(readIdentity);
  }

  activity(): Promise<NodeActivity> {
    return this.connection.use((mbeans) => readActivity(mbeans, this.readFileSystem));
  }

  listen(listener: RepairListener): () => void {
    return this.connection.listen({
      notification: (notification) => {
        const event = repairEvent(notification);
        if (event !== undefined) listener.event(event);
      },
      missed: () => listener.missed(),
    });
  }

  /** Rejects with StartRefusedError for a command that Cassandra would read as something else. */
  prepare(command: RepairCommand): Promise<PreparedRepair> {
    return this.connection.use(async ({ storageService, jvmRuntime, release }) => {
      const options = repairOptions(command, release);
      const jvmStartMs = await jvmRuntime.startTimeMs();
      const invocation = await storageService.prepareRepair(command.keyspace, options);
      return {
        jvmStartMs,
        start: () => this.#start(invocation, command.keyspace),
        release: () => invocation.release(),
      };
    });
  }

  status(commandNumber: number): Promise<CommandStatus> {
    return this.connection.use(async ({ storageService, release }) => {
      if (!release.atLeast(4, 0)) return { state: 'unknown' };
      return commandStatus(await storageService.parentRepairStatus(commandNumber));
    });
  }

  cancel(target: CancelTarget): Promise<readonly string[]> {
    return this.connection.use((mbeans) => cancelScoped(mbeans, target));
  }

  terminateAll(): Promise<void> {
    return this.connection.use(({ storageService }) => storageService.terminateRepairs());
  }

  /** No `async`: the request has to be on its way, or refused, when this returns. */
  #start(invocation: PreparedInvocation, keyspace: string): Promise<number> {
    try {
      return invocation.send().then(
        (answer) => this.#commandNumber(answer),
        (error: unknown) => {
          throw startRefusal(error, keyspace) ?? this.connection.nodeError(error);
        },
      );
    } catch (error) {
      throw this.connection.nodeError(error);
    }
  }

  #commandNumber(answer: unknown): number {
    try {
      return asCount(answer, 'the command number');
    } catch (error) {
      throw this.connection.nodeError(error);
    }
  }
}
