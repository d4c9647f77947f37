import { type Focus } from './plan.js';

/** One exact text of a source file of repair-core, and what stands there instead. */
export interface Patch {
  /** Under libs/repair-core/src, without its ending. */
  readonly file: string;
  /**
   * Occurs exactly once in the file, white space apart. Holds no types and nothing imported, so that it is the same in
   * what the compiler makes of it.
   */
  readonly text: string;
  readonly instead: string;
}

/** A rule of the coordination left out on purpose: the simulator must catch it. */
export interface Bug {
  readonly name: string;
  /** The rule that is broken. */
  readonly rule: string;
  readonly patches: readonly Patch[];
  /** Blows under which it shows soon; what is right must stand them as well. */
  readonly focus: Focus;
}

const TAKE_OVERS: Focus = {
  nodes: 4,
  kinds: ['leader freezes before it gives work', 'crash of the leader', 'storage writes late'],
  hazards: ['slow segments', 'lost doorbells'],
};
const REVOCATIONS: Focus = {
  nodes: 4,
  kinds: ['worker freezes before its intent', 'pause of a busy sidecar', 'user pauses'],
  hazards: ['slow segments', 'lost doorbells', 'late requests'],
};
const WORKER_DEATHS: Focus = {
  nodes: 4,
  kinds: ['worker dies behind its start', 'worker dies without its outcome', 'worker dies after its outcome'],
  hazards: ['slow segments'],
};
const SILENCE: Focus = {
  nodes: 4,
  kinds: ['crash of a busy sidecar', 'pause of a busy sidecar'],
  hazards: ['slow segments'],
};
/** Workers that start from a list they have just lost. */
const UNHEARD: Focus = { nodes: 4, kinds: ['worker is not heard'], hazards: ['slow segments'] };
/** Commands go on long after the death of their sidecar. */
const DEATHS: Focus = { nodes: 4, kinds: ['worker dies in a long command'], hazards: ['slow segments'] };
const EDITS: Focus = {
  nodes: 3,
  kinds: ['leader freezes before it ends a run', 'user replays', 'user gets no answer', 'user changes the intensity'],
};

const bug = (name: string, focus: Focus, rule: string, file: string, text: string, instead: string): Bug => ({
  ...{ name, focus, rule },
  patches: [{ file, text, instead }],
});

const LEADER_BUGS: readonly Bug[] = [
  bug(
    'no-fence',
    TAKE_OVERS,
    'a new leader rewrites every list before it trusts it',
    'leader/delivery',
    'await this.#write(host, version, true);',
    'host.beginWriting(version, true); host.endWriting(version, true, this.reign.now());',
  ),
  bug(
    'open-by-acknowledgement-only',
    UNHEARD,
    'a host counts as open some time after its fence whatever its last known state says',
    'leader/host-book',
    'const waited = this.readAt >= (this.state ? at + fenceWaitMs : at);',
    'const waited = this.readAt >= at && this.silentForMs(2_000) > 0 && !this.current;',
  ),
  bug(
    'open-without-fence-wait',
    UNHEARD,
    'a host that does not confirm its fence counts as open some time after it, not at once',
    'leader/host-book',
    'const waited = this.readAt >= (this.state ? at + fenceWaitMs : at);',
    'const waited = this.readAt >= at;',
  ),
  bug(
    'every-host-open',
    REVOCATIONS,
    'nothing is given near a host that may still be starting something',
    'leader/host-book',
    'this.#open = confirmed || waited;',
    'this.#open = true;',
  ),
  bug(
    'silent-hosts-never-noticed',
    { nodes: 4 },
    'the list of a silent sidecar is revoked',
    'leader/host-book',
    'return silent > this.state.nextWithinMs + graceMs ? silent : 0;',
    'return 0;',
  ),
  bug(
    'commands-in-doubt-not-held',
    SILENCE,
    'the command of a silent sidecar keeps its participants',
    'leader/doubts',
    'if (!verdict) return;',
    "if (!verdict) return release(reign, host, watch, 'silent');",
  ),
  bug(
    'released-by-timeout-alone',
    DEATHS,
    'silence proves nothing of a command',
    'leader/doubt',
    'return facts.now >= orphanDeadline(watch, facts.orphanHoldMs) ?',
    'return facts.now >= watch.seenAt + 25_000 ?',
  ),
  bug(
    'unconditional-finish',
    EDITS,
    'a run that was edited meanwhile is not removed',
    'leader/finish',
    'const answer = await deps.runs.end(active);',
    'let answer = await deps.runs.end(active); if (!answer.applied && answer.current) answer = await deps.runs.end(answer.current);',
  ),
  bug(
    'round-ignored',
    EDITS,
    'an outcome of a lower round counts as none',
    'leader/segment-book',
    "if (!outcome || outcome.round < this.wantedRound(spec)) return 'pending';",
    "if (!outcome) return 'pending';",
  ),
  bug(
    'stamps-from-the-clock',
    {},
    'stamps of a leader come from its epoch',
    'lease/tenure',
    'return this.epoch + this.#stamps;',
    'return Math.floor(this.#clock.wallMs() * 1000) + this.#stamps;',
  ),
];

const NODE_BUGS: readonly Bug[] = [
  bug(
    'too-many-per-node',
    { nodes: 4 },
    'a node takes part in so many commands and no more',
    'admission/node-use',
    'host.tasks.length + granted.length < maxRepairsPerNode',
    'host.tasks.length + granted.length <= maxRepairsPerNode',
  ),
  bug(
    'running-commands-forgotten',
    REVOCATIONS,
    'a command that is in no list any more keeps its participants',
    'leader/host-book',
    'return current && !this.#held.has(current.item.stamp)',
    'return false && current',
  ),
  {
    name: 'foreign-repairs-ignored',
    focus: { nodes: 4, kinds: ['foreign repair'] },
    rule: 'nothing starts beside a repair of somebody else',
    patches: [
      {
        file: 'worker/start-permission',
        text: "if (node.foreign) return refuse('FOREIGN_REPAIR', node.foreign.detail);",
        instead: '',
      },
      { file: 'worker/start-permission', text: 'if (!node.clear) return', instead: 'if (false) return' },
    ],
  },
];

const WORKER_BUGS: readonly Bug[] = [
  bug(
    'no-freshness',
    { ...REVOCATIONS },
    'nothing starts from a list that was not read just now',
    'worker/start-permission',
    'if (!(facts.readAgeMs <= facts.freshnessMs)) return stale(facts);',
    '',
  ),
  bug(
    'intent-not-awaited',
    WORKER_DEATHS,
    'an intent is durable before the start',
    'worker/executor',
    'await reports.write();',
    'reports.write().catch(() => undefined);',
  ),
  bug(
    'no-check-at-the-send',
    REVOCATIONS,
    'permission is asked again in the step that sends',
    'worker/executor',
    'if (!this.#permission(item).may) return undefined;',
    '',
  ),
  bug(
    'progress-before-outcome',
    WORKER_DEATHS,
    'progress is told after the outcome is durable',
    'worker/command-end',
    'const stored = await',
    'close(context, attempt, outcome, durationMs); const stored = await',
  ),
  bug(
    'stamps-started-twice',
    WORKER_DEATHS,
    'each stamp is started at most once, over restarts too',
    'worker/worker-memory',
    'this.#started = Math.max(this.#over, previous?.current?.item.stamp ?? 0);',
    'this.#started = 0; this.#current = undefined;',
  ),
  bug(
    'no-answer-means-not-started',
    { nodes: 4, hazards: ['lost answers', 'slow segments'] },
    'a start without an answer is searched for on the node',
    'worker/command-run',
    "if (answer.kind === 'unknown') return this.#found();",
    "if (answer.kind === 'unknown') return { kind: 'failed', code: 'UNKNOWN_OUTCOME', message: 'no answer' };",
  ),
  bug(
    'complete-means-success',
    { nodes: 3, hazards: ['failing segments'] },
    'the end of a command says nothing of its success',
    'worker/command-verdict',
    'return failed([...witnesses.status.messages, ...(witnesses.digest?.errors ?? [])]);',
    "return { kind: 'done' };",
  ),
];

const USER_BUGS: readonly Bug[] = [
  bug(
    'edits-in-doubt-are-done',
    EDITS,
    'an edit without an answer is read back',
    'runs/edit-run',
    "return 'unknown';",
    "return 'applied';",
  ),
];

export const BUGS: readonly Bug[] = [...LEADER_BUGS, ...NODE_BUGS, ...WORKER_BUGS, ...USER_BUGS];
