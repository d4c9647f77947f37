import { type MBeanNotification } from '../connection/mbean-access.js';
import { repairEvent } from './repair-event.js';

const SESSION = '4f1e4f60-c7b4-11ef-9d2a-6d1f0c9a3b11';

function progress(type: unknown, message: string | null, source: unknown = 'repair:7'): MBeanNotification {
  const userData = new Map([
    ['type', type],
    ['progressCount', 0],
    ['total', 7],
  ]);
  return { type: 'progress', source, message, userData };
}

describe('repairEvent', () => {
  it.each([
    [0, 'START'],
    [1, 'PROGRESS'],
    [2, 'ERROR'],
    [3, 'ABORT'],
    [4, 'SUCCESS'],
    [5, 'COMPLETE'],
    [6, 'NOTIFICATION'],
  ])('reads ordinal %d as %s', (ordinal, type) => {
    expect(repairEvent(progress(ordinal, 'text'))).toEqual({ commandNumber: 7, type, message: 'text' });
  });

  it.each([
    [
      '3.11',
      `Starting repair command #7 (${SESSION}), repairing keyspace ks with repair options (parallelism: parallel, ranges: 1)`,
    ],
    [
      '5.0',
      `Starting repair command #7 (${SESSION.toUpperCase()}), repairing keyspace ks with repair options (repair paxos: true)`,
    ],
  ])('finds the session in the START text of %s', (_release, message) => {
    expect(repairEvent(progress(0, message))?.sessionId).toBe(SESSION);
  });

  it('finds in a notification what a preview found, however long the text is', () => {
    const message = `Preview complete\nTotal estimated streaming: 8 ranges, 2 sstables, 1.000KiB bytes\n${'x'.repeat(9_000)}`;
    const event = repairEvent(progress(6, message));
    expect(event?.preview).toEqual({ ranges: 8, bytes: 1_024, tables: [] });
    expect(repairEvent(progress(1, message))).not.toHaveProperty('preview');
  });

  it('takes no session from another text or another event', () => {
    expect(repairEvent(progress(0, `Starting repair command #7, session ${SESSION}`))).not.toHaveProperty('sessionId');
    expect(repairEvent(progress(1, `Starting repair command #7 (${SESSION}), x`))).not.toHaveProperty('sessionId');
  });

  it('cuts long texts but finds the session in them', () => {
    const event = repairEvent(progress(0, `Starting repair command #7 (${SESSION}), ${'1:2,'.repeat(10_000)}`));
    expect(event?.message).toHaveLength(4_000);
    expect(event?.sessionId).toBe(SESSION);
  });

  it('takes a missing text as an empty one', () => {
    expect(repairEvent(progress(5, null))?.message).toBe('');
  });

  it.each<[string, MBeanNotification]>([
    ['of a bootstrap', progress(0, 'text', 'bootstrap')],
    ['of an object', progress(0, 'text', { name: 'repair:7' })],
    ['with a strange number', progress(0, 'text', 'repair:-1')],
    ['with an unknown ordinal', progress(7, 'text')],
    ['without an ordinal', progress(undefined, 'text')],
    ['of the old type', { ...progress(0, 'text'), type: 'repair' }],
    ['with other data', { ...progress(0, 'text'), userData: [7, 0] }],
  ])('ignores a notification %s', (_what, notification) => {
    expect(repairEvent(notification)).toBeUndefined();
  });
});
