import type { NodeState } from '@reaper-sidecar/repair-core';
import { SidecarAddresses } from './sidecar-addresses.js';

const HOST = '00000001-0000-4000-8000-000000000000';

describe('Addresses of other sidecars', () => {
  let nowMs: number;
  let apiUrl: string | undefined;
  let reads: number;
  let addresses: SidecarAddresses;

  beforeEach(() => {
    [nowMs, apiUrl, reads] = [0, undefined, 0];
    const read = () => {
      reads += 1;
      return Promise.resolve(apiUrl === undefined ? undefined : { state: { apiUrl } as NodeState, stamp: 1 });
    };
    addresses = new SidecarAddresses({ read }, { monotonicMs: () => nowMs });
  });

  it('are known soon after their first report, although they were asked for before', async () => {
    expect(await addresses.of(HOST)).toBeUndefined();
    apiUrl = 'http://127.0.0.1:8080';
    nowMs = 1_000;
    expect(await addresses.of(HOST)).toBe(apiUrl);
  });

  it('are read once a minute, those that are missing once a second', async () => {
    for (let asked = 0; asked < 5; asked++) await addresses.of(HOST);
    expect(reads).toBe(1);
    apiUrl = 'http://127.0.0.1:8080';
    for (nowMs = 1_000; nowMs < 61_000; nowMs += 1_000) await addresses.of(HOST);
    expect(reads).toBe(2);
    await addresses.of(HOST);
    expect(reads).toBe(3);
  });

  it('are none when a report tells something else than an HTTP address', async () => {
    apiUrl = 'file:///etc/passwd';
    expect(await addresses.of(HOST)).toBeUndefined();
  });
});
