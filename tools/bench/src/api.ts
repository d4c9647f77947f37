import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@reaper-sidecar/cassandra-rig';
import { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { measureLogin } from './api/login.js';
import { measureReads } from './api/reads.js';
import { measureStatements } from './api/statements.js';
import { storeEndedRuns } from './api/stored-runs.js';
import { measureStreams } from './api/streams.js';
import { figureTable } from './figures.js';
import { note } from './note.js';

const RUNS = 1_000;
const OPERATOR = { user: 'bench', password: 'walnut-Harbour-93-lantern' };

/** What the API of one sidecar costs: reads, logins, event streams; beside one node that keeps 1,000 runs. */
export async function benchApi(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reaper-bench-'));
  const cluster = await startCluster({ nodes: 1, heap: '512m' });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, OPERATOR.password, { mode: 0o600 });
  const sidecar = new SidecarProcess({
    node: cluster.node(1),
    httpPort: 8080,
    logFile: join(folder, 'sidecar.log'),
    env: { REAPER_BOOTSTRAP_USER: OPERATOR.user, REAPER_BOOTSTRAP_PASSWORD_FILE: passwordFile },
  });
  try {
    await sidecar.start();
    const { login, token } = await measureLogin(sidecar, OPERATOR);
    note(`storing ${RUNS} runs`);
    const runId = await storeEndedRuns(cluster, RUNS);
    const figures = [...login];
    for (const measure of [measureStatements, measureStreams, measureReads]) {
      const found = await measure(sidecar, token, runId);
      note(figureTable(found));
      figures.push(...found);
    }
    process.stdout.write(`\n${figureTable(figures)}\n`);
  } finally {
    await sidecar.stop();
    await cluster.wipe();
    rmSync(folder, { recursive: true, force: true });
  }
}
