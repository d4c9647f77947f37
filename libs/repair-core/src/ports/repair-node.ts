import type { LoadFigures } from '../model/node-state.js';
import type { PreviewFinding, PreviewKind } from '../model/preview.js';
import type { Parallelism, RepairMode } from '../model/repair-unit.js';

/** Who the own node is. Read over JMX, so that it is the node beside us and no other. */
export interface NodeIdentity {
  readonly hostId: string;
  /** Broadcast address "ip:port" where known (4.0+), else "ip". */
  readonly address: string;
  readonly datacenter: string;
  readonly rack: string;
  readonly clusterName: string;
  readonly releaseVersion: string;
  /** Start time of the JVM, epoch ms by the node's clock: another value = another life of the node. */
  readonly jvmStartMs: number;
}

/** What the own node is doing; undefined where the version does not tell. */
export interface NodeActivity extends LoadFigures {
  readonly operationMode: string;
  /** Parent repair sessions known to the node, 4.0+. */
  readonly sessions?: number;
  /** Text when Cassandra's own automatic repair is switched on. */
  readonly autoRepair?: string;
}

/** Arguments of one `repairAsync`. */
export interface RepairCommand {
  readonly keyspace: string;
  /** Never empty. */
  readonly tables: readonly string[];
  /** "start:end" decimal tokens, never empty. */
  readonly ranges: readonly string[];
  readonly mode: RepairMode;
  readonly preview?: PreviewKind;
  readonly parallelism: Parallelism;
  readonly datacenters: readonly string[];
  readonly hosts: readonly string[];
  readonly jobThreads: number;
}

/** Progress event of some repair command on the own node, ours or not. */
export interface RepairEvent {
  readonly commandNumber: number;
  readonly type: 'START' | 'PROGRESS' | 'ERROR' | 'ABORT' | 'SUCCESS' | 'COMPLETE' | 'NOTIFICATION';
  readonly message: string;
  /** Parent session id, found in the text of START. */
  readonly sessionId?: string;
  /** Of a NOTIFICATION that tells what a preview found. */
  readonly preview?: PreviewFinding;
}

export interface RepairListener {
  event(event: RepairEvent): void;
  /** Events may have been missed (buffer overrun or reconnect): ask {@link RepairNode.status}. */
  missed(): void;
}

/** What the node says of a command. `unknown`: expired, queued and not yet started, or never there. */
export type CommandStatus =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'running' | 'completed' | 'failed';
      readonly messages: readonly string[];
      /** What a preview found, where the version tells it here. */
      readonly preview?: PreviewFinding;
    };

/** A command about to be sent: connection open, listener active, request encoded. */
export interface PreparedRepair {
  /** JVM start time of the node at the other end of that connection, where the adapter knows it; else the worker asks for it. */
  readonly jvmStartMs?: number;
  /**
   * Writes the request before it returns (no await in between), on the connection that was up at `prepare`, never again on another one.
   * Throws NodeUnreachableError at once, with nothing sent, when that connection is gone.
   * Resolves with the command number, 0 = nothing to repair. Rejects with StartRefusedError (nothing started) or NodeUnreachableError (outcome unknown).
   */
  start(): Promise<number>;
  /** Gives it up unsent. */
  release(): void;
}

/** What tells one command of ours from everything else on the node. */
export interface CancelTarget extends Pick<RepairCommand, 'keyspace' | 'tables' | 'mode'> {
  /** Parent session. */
  readonly sessionId?: string;
  /** No other repair runs on the node as far as a fresh look told: what works on the tables is of this command. */
  readonly alone: boolean;
}

/** The node beside this sidecar, over its JMX. Everything throws NodeUnreachableError when it cannot be reached. */
export interface RepairNode {
  identity(): Promise<NodeIdentity>;
  activity(): Promise<NodeActivity>;
  /** One listener for all commands of the node; stays over reconnects. Returns a function that removes it. */
  listen(listener: RepairListener): () => void;
  prepare(command: RepairCommand): Promise<PreparedRepair>;
  /** 4.0+; `unknown` on 3.11. */
  status(commandNumber: number): Promise<CommandStatus>;
  /** Asks for the end of what can be named of one command; tells what that was, nothing when nothing can be. The command ends later, if at all. */
  cancel(target: CancelTarget): Promise<readonly string[]>;
  /** Ends every repair that this node coordinates, foreign ones too. */
  terminateAll(): Promise<void>;
}

/** A command as the node's own tables tell it (4.1+ virtual tables, else system_distributed). */
export interface RecordedCommand {
  readonly commandNumber?: number;
  readonly sessionId: string;
  readonly keyspace: string;
  readonly tables: readonly string[];
  /** "start:end" decimal tokens, where recorded; tells our segment from another repair of the same tables. */
  readonly ranges?: readonly string[];
  /** Of these, the ones that were repaired, where recorded. */
  readonly repairedRanges?: readonly string[];
  readonly state: 'running' | 'completed' | 'failed';
  readonly message?: string;
  readonly startedAtMs?: number;
}

/** Third witness: what the node recorded. */
export interface CommandHistory {
  /** Newest first, this node as coordinator; undefined when this version keeps no such record. Presence proves, absence does not. */
  recent(keyspace: string): Promise<readonly RecordedCommand[] | undefined>;
}
