import type { RepairEvent } from '../ports/repair-node.js';
import { CommandLedger } from './command-ledger.js';

const event = (commandNumber: number, type: RepairEvent['type'], message = ''): RepairEvent => ({
  commandNumber,
  type,
  message,
});

describe('A ledger of commands', () => {
  it('keeps what came before the number was known', () => {
    const ledger = new CommandLedger();
    ledger.awaitNumber();
    ledger.record({ ...event(7, 'START'), sessionId: 's' }, 1);
    ledger.record(event(7, 'ERROR', 'x'), 2);
    ledger.record(event(7, 'COMPLETE'), 3);
    expect(ledger.foreign()).toEqual([]);
    ledger.claim(7);
    expect(ledger.of(7)).toMatchObject({ sessionId: 's', errors: ['x'], complete: true, firstAtMs: 1, lastAtMs: 3 });
  });

  it('calls foreign what is neither ours, nor over, nor perhaps the start under way', () => {
    const ledger = new CommandLedger();
    for (const number of [1, 2, 3]) ledger.record(event(number, 'PROGRESS'), number);
    ledger.record(event(1, 'COMPLETE'), 4);
    ledger.claim(2);
    ledger.awaitNumber();
    ledger.record(event(4, 'START'), 5);
    expect(ledger.foreign().map(({ commandNumber }) => commandNumber)).toEqual([3]);
    ledger.claim(5);
    expect(ledger.foreign().map(({ commandNumber }) => commandNumber)).toEqual([3, 4]);
    ledger.close(3);
    expect(ledger.foreign().map(({ commandNumber }) => commandNumber)).toEqual([4]);
  });

  it('takes a START after a COMPLETE for another command with the same number', () => {
    const ledger = new CommandLedger();
    ledger.record(event(1, 'ERROR', 'old'), 1);
    ledger.record(event(1, 'COMPLETE'), 2);
    ledger.record(event(1, 'START'), 3);
    expect(ledger.of(1)).toMatchObject({ errors: [], complete: false });
  });

  it('forgets old commands before it grows without bound, but never the running one of ours', () => {
    const ledger = new CommandLedger();
    ledger.record(event(1, 'ERROR', 'x'), 0);
    ledger.claim(1);
    for (let number = 2; number < 500; number++) ledger.record(event(number, 'START'), number);
    expect(ledger.of(1)?.errors).toEqual(['x']);
    expect(ledger.of(2)).toBeUndefined();
    expect(ledger.foreign().length).toBeLessThan(64);
  });

  it('keeps a handful of short errors only', () => {
    const ledger = new CommandLedger();
    for (let at = 0; at < 100; at++) ledger.record(event(1, 'ERROR', 'x'.repeat(10_000)), at);
    expect(ledger.of(1)?.errors).toHaveLength(8);
    expect(ledger.of(1)?.errors[0]).toHaveLength(500);
  });

  it('knows nothing of an earlier life of the node', () => {
    const ledger = new CommandLedger();
    ledger.record(event(9, 'START'), 1);
    ledger.claim(9);
    ledger.clear();
    expect({ highest: ledger.highest, digest: ledger.of(9), above: ledger.above(0) }).toEqual({
      highest: 0,
      digest: undefined,
      above: [],
    });
  });
});
