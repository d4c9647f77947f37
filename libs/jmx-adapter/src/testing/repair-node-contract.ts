import {
  NodeUnreachableError,
  StartRefusedError,
  type RepairCommand,
  type RepairEvent,
  type RepairNode,
} from '@reaper-sidecar/repair-core';

/** A node to try, and what a test can do to it. */
export interface RepairNodeUnderTest {
  readonly node: RepairNode;
  /** 4.0+: false where every status is unknown. */
  readonly tellsStatus: boolean;
  /** Succeeds. */
  readonly command: RepairCommand;
  /** Cassandra throws before it has a number. */
  readonly refused: RepairCommand;
  /** There is nothing to repair. */
  readonly nothing: RepairCommand;
  /** Waits until the condition holds. */
  until(condition: () => boolean): Promise<void>;
  loseConnection(): Promise<void>;
  restoreConnection(): Promise<void>;
}

/** What every RepairNode keeps to, whether it is real or made for tests. */
export function describeRepairNodeContract(make: () => Promise<RepairNodeUnderTest>): void {
  describe('as a RepairNode', () => {
    let subject: RepairNodeUnderTest;
    let stop: () => void;
    let events: RepairEvent[];
    let missed: number;

    beforeEach(async () => {
      subject = await make();
      events = [];
      missed = 0;
      stop = subject.node.listen({ event: (event) => events.push(event), missed: () => (missed += 1) });
    });

    afterEach(() => stop());

    const start = async (command: RepairCommand) => (await subject.node.prepare(command)).start();
    const typesOf = (number: number) =>
      events.filter(({ commandNumber }) => commandNumber === number).map(({ type }) => type);
    const untilOver = (number: number) => subject.until(() => typesOf(number).includes('COMPLETE'));

    it('says who it is, the same each time', async () => {
      const identity = await subject.node.identity();
      expect(await subject.node.identity()).toEqual(identity);
      expect(Object.values(identity)).not.toContain('');
      expect((await subject.node.prepare(subject.command)).jvmStartMs).toBe(identity.jvmStartMs);
      expect((await subject.node.activity()).operationMode).toBe('NORMAL');
    });

    it('tells of a command from START with its session to COMPLETE as the last, and how it ended', async () => {
      const number = await start(subject.command);
      await untilOver(number);
      expect(number).toBeGreaterThan(0);
      expect(typesOf(number)[0]).toBe('START');
      expect(typesOf(number).at(-1)).toBe('COMPLETE');
      expect(events.find(({ type }) => type === 'START')?.sessionId).toMatch(/./);
      expect(await subject.node.status(number)).toMatchObject({ state: subject.tellsStatus ? 'completed' : 'unknown' });
    });

    it('numbers commands upwards', async () => {
      const first = await start(subject.command);
      await untilOver(first);
      const second = await start(subject.command);
      expect(second).toBeGreaterThan(first);
      await untilOver(second);
    });

    it('starts nothing that was released', async () => {
      const before = await start(subject.command);
      await untilOver(before);
      (await subject.node.prepare(subject.command)).release();
      const after = await start(subject.command);
      expect(after).toBe(before + 1);
      await untilOver(after);
    });

    it('refuses what Cassandra refuses, and gives 0 where there is nothing to repair', async () => {
      await expect(start(subject.refused)).rejects.toThrow(StartRefusedError);
      expect(await start(subject.nothing)).toBe(0);
      expect(events).toEqual([]);
    });

    it('knows no status of a command that never was', async () => {
      expect(await subject.node.status(1_000_000)).toEqual({ state: 'unknown' });
    });

    it.each(['full', 'incremental'] as const)(
      'ends nothing of a command of mode %s that is not there',
      async (mode) => {
        const target = { ...subject.command, mode, sessionId: '00000000-0000-1000-8000-000000000000', alone: true };
        expect(await subject.node.cancel(target)).toEqual([]);
      },
    );

    it('ends all repairs, also when there are none', async () => {
      await expect(subject.node.terminateAll()).resolves.toBeUndefined();
    });

    it('throws at once without a connection, and says when it is back that events may be missing', async () => {
      const prepared = await subject.node.prepare(subject.command);
      await subject.loseConnection();
      expect(() => prepared.start()).toThrow(NodeUnreachableError);
      await expect(subject.node.identity()).rejects.toThrow(NodeUnreachableError);
      await expect(subject.node.status(1)).rejects.toThrow(NodeUnreachableError);
      const before = missed;
      await subject.restoreConnection();
      await subject.until(() => missed > before);
      await subject.node.identity();
      expect(() => prepared.start()).toThrow(NodeUnreachableError);
      await untilOver(await start(subject.command));
    });
  });
}
