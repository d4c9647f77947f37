import { createRun, untilOver, untilRun } from '@reaper-sidecar/sidecar-rig';
import type { Browser, Locator, Page } from 'playwright-core';
import { openDashboard, startBrowser, type WatchedPage } from './browser.js';
import { startTestBed, type TestBed } from './test-bed.js';

const TIMEOUT_MS = 90_000;
const LIVE = /^● Live$/;
const KEYSPACES = ['shop', 'users', 'logs'];

let bed: TestBed;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  bed = await startTestBed({ tokens: 4 });
  for (const keyspace of KEYSPACES) {
    await bed.cluster.cql(
      1,
      `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}`,
    );
    await bed.cluster.cql(1, `CREATE TABLE ${keyspace}.orders (id int PRIMARY KEY, value text)`);
  }
  watched = await openDashboard(browser, bed.url, TIMEOUT_MS);
  page = watched.page;
  // Lost by a reload, and everything below has to happen without one.
  await page.evaluate('window.neverReloaded = true');
});

afterAll(async () => {
  await browser?.close();
  await bed?.close();
});

afterEach(async () => {
  expect(await page.evaluate('window.neverReloaded')).toBe(true);
});

function row(table: 'Runs' | 'Nodes', text: string): Locator {
  return page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
}

function connection(): Locator {
  return page.getByRole('status', { name: 'Connection' });
}

async function progressOf(keyspace: string): Promise<number> {
  return Number(await row('Runs', keyspace).getByRole('progressbar').getAttribute('aria-valuenow'));
}

async function untilProgress(keyspace: string, percent: number): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while ((await progressOf(keyspace)) < percent) {
    if (Date.now() > deadline) throw new Error(`${keyspace} stays at ${await progressOf(keyspace)} %`);
    await page.waitForTimeout(100);
  }
}

describe('the dashboard, in a browser behind a balancer', () => {
  it('shows the nodes with their sidecars, without a fault', async () => {
    await page.getByText('3 of 3 nodes up').waitFor();
    await connection().getByText(LIVE).waitFor();
    for (const { address } of bed.cluster.nodes) await row('Nodes', `${address}:`).getByText('● Live').waitFor();
    await row('Nodes', 'Live, leader').waitFor();
    await page.getByText('No run yet').waitFor();
    expect(watched.faults).toEqual([]);
  });

  it('starts a repair in its dialog and follows it to its end', async () => {
    await page.getByRole('button', { name: 'Start a repair' }).click();
    await page.getByLabel('Keyspace').selectOption('shop');
    await page.getByText(/\d+ segments? over \d+ replica sets?\./).waitFor();
    await page.getByRole('button', { name: 'Start repair of 1 table' }).click();
    await row('Runs', 'shop').getByText('✓ Done').waitFor();
    expect(await progressOf('shop')).toBe(100);
    expect(await row('Runs', 'shop').getByRole('button').count()).toBe(0);
    expect(watched.faults).toEqual([]);
  });

  it('shows a run that was started elsewhere, pauses, resumes and aborts it', async () => {
    const { id } = await createRun(bed.url, { keyspace: 'users', segments: 60, intensity: 0.1 });
    const run = row('Runs', 'users');
    await untilProgress('users', 1);
    await run.getByRole('button', { name: 'Pause' }).click();
    await run.getByText('❚❚ Paused').waitFor();
    await untilRun(bed.url, id, ({ state, segments }) => state === 'PAUSED' && segments.running === 0);
    await run.getByRole('button', { name: 'Resume' }).click();
    const paused = await progressOf('users');
    await untilProgress('users', paused + 1);
    await run.getByRole('button', { name: 'Abort…' }).click();
    await page.getByRole('dialog', { name: 'Abort the repair of users?' }).getByText('Abort run').click();
    await run.getByText('■ Aborted').waitFor();
    expect((await untilOver(bed.url, id)).state).toBe('ABORTED');
    expect(watched.faults).toEqual([]);
  });

  it('stays live when the sidecar dies that its events come from', async () => {
    await createRun(bed.url, { keyspace: 'logs', segments: 60, intensity: 0.2 });
    await untilProgress('logs', 5);
    const victim = bed.fleet.sidecars.find(({ url }) => url === watched.streamFrom());
    if (!victim) throw new Error(`The stream comes from ${watched.streamFrom()}, which is no sidecar`);
    await victim.kill();
    await connection().getByText('Not live').waitFor();
    await connection().getByText(LIVE).waitFor();
    expect(watched.streamFrom()).not.toBe(victim.url);
    expect(await progressOf('logs')).toBeLessThan(100);
    await row('Runs', 'logs').getByText('✓ Done').waitFor();
    expect(await progressOf('logs')).toBe(100);
    await row('Nodes', `${victim.options.node.address}:`).getByText('○ Silent').waitFor();
    await victim.start();
    await row('Nodes', `${victim.options.node.address}:`).getByText('● Live').waitFor();
  });
});
