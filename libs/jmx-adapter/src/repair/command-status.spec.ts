import { commandStatus } from './command-status.js';

describe('commandStatus', () => {
  it.each([
    [['IN_PROGRESS'], { state: 'running', messages: [] }],
    [
      ['COMPLETED', 'Repair completed successfully'],
      { state: 'completed', messages: ['Repair completed successfully'] },
    ],
    [
      ['FAILED', 'Some repair failed', 'Repair command #7 finished with error'],
      { state: 'failed', messages: ['Some repair failed', 'Repair command #7 finished with error'] },
    ],
  ])('reads %j', (answer, status) => {
    expect(commandStatus(answer)).toEqual(status);
  });

  it.each([
    ['Previewed data was in sync', { ranges: 0, bytes: 0, tables: [] }],
    [
      'Preview complete\nTotal estimated streaming: 8 ranges, 2 sstables, 1.000KiB bytes\n',
      { ranges: 8, bytes: 1_024, tables: [] },
    ],
  ])('finds what a preview found: %j', (text, preview) => {
    for (const message of [text, `Repair preview completed successfully; ${text}`]) {
      expect(commandStatus(['COMPLETED', 'Repair preview completed successfully', message])).toMatchObject({ preview });
    }
  });

  it('knows nothing of a command the node does not know', () => {
    expect(commandStatus(undefined)).toEqual({ state: 'unknown' });
  });

  it.each([[[]], [['DONE']]])('refuses %j', (answer) => {
    expect(() => commandStatus(answer)).toThrow('the state of a repair command should be a known one');
  });
});
