import { type LoggedCommand, overlappingCommands } from './command-log.js';

function command(sessionId: string, startedMs: number, endedMs: number, ...participants: string[]): LoggedCommand {
  return { sessionId, keyspace: 'k', ranges: [], startedMs, endedMs, succeeded: true, participants };
}

const names = (pairs: readonly (readonly [LoggedCommand, LoggedCommand])[]) =>
  pairs.map((pair) => pair.map(({ sessionId }) => sessionId).join('+'));

describe('overlappingCommands', () => {
  it('are those that share time and a node', () => {
    const long = command('long', 0, 100, 'a', 'b');
    const inside = command('inside', 9, 20, 'b', 'c');
    const elsewhere = command('elsewhere', 10, 20, 'c', 'd');
    const after = command('after', 100, 110, 'a');
    expect(names(overlappingCommands([after, elsewhere, inside, long]))).toEqual(['long+inside', 'inside+elsewhere']);
  });

  it('say nothing of commands whose end is unknown', () => {
    const open = { ...command('open', 0, 0, 'a'), endedMs: undefined } as unknown as LoggedCommand;
    expect(overlappingCommands([open, command('other', 0, 10, 'a')])).toEqual([]);
  });
});
