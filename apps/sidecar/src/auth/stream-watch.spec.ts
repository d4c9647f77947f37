import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { RecordedLog } from '../testing/fake-backend.js';
import { endWhenNotAllowed } from './stream-watch.js';

class OpenStream extends EventEmitter {
  readonly end = jest.fn(() => this.emit('close'));
}

describe('An open stream', () => {
  let stream: OpenStream;
  let isGood: jest.Mock<Promise<boolean>>;

  beforeEach(() => {
    jest.useFakeTimers();
    stream = new OpenStream();
    isGood = jest.fn(async () => true);
    endWhenNotAllowed(stream as unknown as Response, isGood, new RecordedLog());
  });
  afterEach(() => jest.useRealTimers());

  it('goes on as long as its caller may have it, and when nobody can tell', async () => {
    await jest.advanceTimersByTimeAsync(3_600_000);
    isGood.mockRejectedValueOnce(new Error('Cassandra is away'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(stream.end).not.toHaveBeenCalled();
  });

  it('ends within five seconds of what its sidecar knows, and is not looked at again', async () => {
    isGood.mockResolvedValue(false);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(stream.end).toHaveBeenCalledTimes(1);
    const looks = isGood.mock.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(isGood).toHaveBeenCalledTimes(looks);
  });
});
