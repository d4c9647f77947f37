import { runChaos, SLICE, type Verdict } from './index.js';

/** Victims and moments; by itself as `npm run chaos -- --slice --seed <seed>`. */
const seed = Number(process.env['REAPER_CHAOS_SEED'] ?? 3);

describe(`a slice of chaos, seed ${seed}`, () => {
  let verdicts: readonly Verdict[];

  beforeAll(async () => {
    verdicts = await runChaos({ ...SLICE, seed }, (line) => process.stdout.write(`${line}\n`));
  });

  it.each([
    'kill -9 of sidecars',
    'kill -9 of Cassandra nodes',
    'segments over time',
    'runs that did not end DONE',
    'rows wrong',
    'finished segments changed',
    'finished segments repaired once more',
    'longest time a segment was shown as running after its end',
    'our commands at the same time on a node, by their segments',
    'our commands at the same time on a node, by the record of Cassandra',
    'repairs of others that were ended',
    'looks at a run that had stood still',
  ])('%s', (what) => {
    const verdict = verdicts.find((one) => one.what.startsWith(what));
    expect(verdict).toMatchObject({ holds: true, details: [] });
  });
});
