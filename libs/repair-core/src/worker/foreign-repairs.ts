import type { ForeignRepair } from '../model/node-state.js';
import type { CommandDigest } from './command-ledger.js';

/** One look at the node, with what the worker knows of itself at that moment. */
export interface Look {
  readonly atMs: number;
  readonly wallMs: number;
  /** Parent sessions on the node, ours included; undefined where the version does not tell. */
  readonly sessions?: number | undefined;
  readonly autoRepair?: string | undefined;
  /** Commands of this node that are neither ours nor over. */
  readonly commands: readonly CommandDigest[];
  /** Sessions that are ours for sure: 1 while a command of this worker may run. */
  readonly ours: number;
  /**
   * Whether further sessions can be called foreign. Without work at hand they may belong to a segment that another
   * sidecar runs with this node as participant; the leader gives us work only when no such segment is left.
   */
  readonly judgeable: boolean;
}

export interface ForeignLimits {
  readonly maxRepairsPerNode: number;
  readonly suspicionMs: number;
  readonly leftoverMs: number;
}

type Verdict = 'alone' | 'shared' | 'suspicious' | 'unjudged';

/**
 * `alone`: nothing but our own command. `shared`: further sessions, as many as other coordinators of ours may hold.
 * `suspicious`: sessions that one more look must confirm.
 */
export type Finding = { readonly kind: Verdict } | { readonly kind: 'foreign'; readonly foreign: ForeignRepair };

/** Finds repairs on the node that are not ours, from successive looks. */
export class ForeignRepairs {
  #suspectSinceMs: number | undefined;
  #leaked = 0;
  #known: ForeignRepair | undefined;

  constructor(private readonly limits: ForeignLimits) {}

  judge(look: Look): Finding {
    const finding = this.#commandOrAutoRepair(look) ?? this.#sessions(look);
    this.#known = typeof finding === 'string' ? undefined : this.#keepSince(finding);
    return this.#known ? { kind: 'foreign', foreign: this.#known } : { kind: finding as Verdict };
  }

  #commandOrAutoRepair(look: Look): ForeignRepair | undefined {
    const [command] = look.commands;
    if (command) return foreignCommand(command, look.wallMs);
    return look.autoRepair === undefined
      ? undefined
      : { kind: 'auto-repair', detail: look.autoRepair, sinceMs: look.wallMs };
  }

  #sessions(look: Look): ForeignRepair | Verdict {
    const { sessions = 0, atMs } = look;
    this.#leaked = Math.min(this.#leaked, sessions);
    const explained = look.ours + this.limits.maxRepairsPerNode - 1 + this.#leaked;
    if (sessions <= explained) {
      this.#suspectSinceMs = undefined;
      return sessions <= look.ours + this.#leaked ? 'alone' : 'shared';
    }
    if (!look.judgeable) {
      this.#suspectSinceMs = undefined;
      return 'unjudged';
    }
    this.#suspectSinceMs ??= atMs;
    const suspectForMs = atMs - this.#suspectSinceMs;
    if (suspectForMs >= this.limits.leftoverMs) {
      this.#leaked += sessions - explained;
      return 'alone';
    }
    if (suspectForMs < this.limits.suspicionMs) return 'suspicious';
    const detail = `${sessions} parent repair session(s) on the node, ${look.ours} of them ours`;
    return { kind: 'unknown', detail, sinceMs: look.wallMs - suspectForMs };
  }

  #keepSince(found: ForeignRepair): ForeignRepair {
    return this.#known?.kind === found.kind ? { ...found, sinceMs: this.#known.sinceMs } : found;
  }
}

export function foreignCommand({ commandNumber, sessionId }: CommandDigest, sinceMs: number): ForeignRepair {
  const session = sessionId === undefined ? '' : ` (session ${sessionId})`;
  return { kind: 'command', detail: `Repair command #${commandNumber}${session} was not started by us`, sinceMs };
}
