import { totalDamage } from '@reaper-sidecar/dataset';
import { allSegments, createRun, untilOver } from '@reaper-sidecar/sidecar-rig';
import { damagedKeyspace, startTestBed } from './test-bed.js';

/** Newest release of each line. 3.11 and 6.0-alpha are tried as far as they allow; see docs/operations/versions.md. */
const ALL = ['3.11.19', '4.0.19', '4.1.10', '5.0.9', '6.0-alpha2'];
/** The other tests run on 5.0.9; the oldest line with all witnesses is the other end that every change has to pass. */
const SHORT = ['4.0.19'];

const versions = process.env['REAPER_TEST_VERSIONS'] === 'all' ? ALL : SHORT;

describe.each(versions)('on Cassandra %s', (version) => {
  it('a damaged replica returns every row after a run', async () => {
    const bed = await startTestBed({ version, tokens: 4, readyTimeoutMs: 300_000 });
    try {
      const dataset = await damagedKeyspace(bed, { keyspace: 'shop' });
      expect(totalDamage(await dataset.audit())).toBeGreaterThan(0);
      const created = await createRun(bed.url, { keyspace: 'shop', segments: 6 });
      const run = await untilOver(bed.url, created.id);
      expect(run).toMatchObject({ state: 'DONE', segments: { done: 6, failed: 0 } });
      expect(totalDamage(await dataset.audit())).toBe(0);
      const segments = await allSegments(bed.fleet.sidecars[0]!.api, run.id);
      expect(segments.every(({ sessionId }) => sessionId !== undefined)).toBe(true);
    } finally {
      await bed.close();
    }
  }, 400_000);
});
