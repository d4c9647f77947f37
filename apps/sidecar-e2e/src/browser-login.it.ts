import type { Browser, Page } from 'playwright-core';
import { openDashboard, startBrowser, type WatchedPage } from './browser.js';
import { loggedSecrets } from './logged-secrets.js';
import { startTestBed, type TestBed } from './test-bed.js';

const TIMEOUT_MS = 90_000;
const BASE_PATH = '/ops/reaper';
const FIRST = 'tangerine-Okapi-58-lamp';
const SECOND = 'harbour-Lynx-31-moss';

let bed: TestBed;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
/** Passwords, and whatever the cookies held. */
const secrets = new Set([FIRST, SECOND]);

beforeAll(async () => {
  browser = await startBrowser();
  bed = await startTestBed({
    nodes: 2,
    sidecarEnv: {
      REAPER_HTTP_BASE_PATH: BASE_PATH,
      REAPER_BOOTSTRAP_USER: 'anna',
      REAPER_BOOTSTRAP_PASSWORD: FIRST,
    },
  });
  watched = await openDashboard(browser, `${bed.url}${BASE_PATH}/`, TIMEOUT_MS);
  page = watched.page;
});

afterAll(async () => {
  await browser?.close();
  await bed?.close();
});

async function logIn(password: string): Promise<void> {
  await page.getByLabel('User').fill('anna');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

async function cookies() {
  const all = await page.context().cookies(`${bed.url}${BASE_PATH}/`);
  for (const { value } of all) secrets.add(value);
  return all;
}

/** A request of the page, as its scripts send it. */
function statusOf(path: string, method = 'GET', body?: object): Promise<number> {
  return page.evaluate(
    async ([url, verb, text]) => {
      const headers = { 'x-reaper-csrf': '1', ...(text && { 'content-type': 'application/json' }) };
      const answer = await fetch(String(url), { method: String(verb), headers, ...(text && { body: text }) });
      return answer.status;
    },
    [`${BASE_PATH}/api/v1${path}`, method, body && JSON.stringify(body)],
  );
}

describe('a person in a browser, below a base path, behind a balancer that rotates', () => {
  it('is asked to log in, and told when the password is wrong', async () => {
    await page.getByLabel('User').waitFor();
    await logIn('guess-Who-17-is');
    await page.getByRole('alert').getByText('The login failed').waitFor();
    expect(await cookies()).toEqual([]);
  });

  it('logs in, sees the cluster live, and every sidecar knows the session', async () => {
    await logIn(FIRST);
    await page.getByText('2 of 2 nodes up').waitFor();
    await page.getByRole('status', { name: 'Connection' }).getByText('● Live').waitFor();
    const held = await cookies();
    expect(held.map(({ name }) => name).sort()).toEqual(['reaper_refresh', 'reaper_session']);
    for (const { path, httpOnly, sameSite } of held) {
      expect({ path, httpOnly, sameSite }).toEqual({ path: BASE_PATH, httpOnly: true, sameSite: 'Strict' });
    }
    for (let n = 0; n < 10; n++) expect(await statusOf('/cluster')).toBe(200);
  });

  it('opens the documentation there', async () => {
    const docs = await browser.newPage();
    await docs.goto(`${bed.url}${BASE_PATH}/docs`);
    await docs.getByText('Create a run').first().waitFor({ timeout: TIMEOUT_MS });
    await docs.close();
  });

  it('changes the password and goes on, through every sidecar', async () => {
    const body = { currentPassword: FIRST, newPassword: SECOND };
    expect(await statusOf('/auth/password', 'PUT', body)).toBe(200);
    await cookies();
    for (let n = 0; n < 10; n++) expect(await statusOf('/auth/me')).toBe(200);
    await page.reload();
    await page.getByText('2 of 2 nodes up').waitFor();
  });

  it('loses its open stream soon after all sessions were revoked elsewhere', async () => {
    const { accessToken } = await loginOfProgram();
    const stream = await fetch(`${bed.url}${BASE_PATH}/api/v1/events`, bearer(accessToken));
    expect(stream.status).toBe(200);
    const revoker = await loginOfProgram();
    const revoked = await fetch(`${bed.url}${BASE_PATH}/api/v1/auth/sessions`, {
      method: 'DELETE',
      ...bearer(revoker.accessToken),
    });
    expect(revoked.status).toBe(204);
    const begun = Date.now();
    await stream.text();
    // Known within 5 s everywhere, and looked at every 5 s; a busy machine adds to it.
    expect(Date.now() - begun).toBeLessThan(15_000);
  });

  it('logs in anew and out', async () => {
    await page.getByLabel('User').waitFor();
    await logIn(SECOND);
    await page.getByRole('button', { name: 'Log out anna' }).waitFor();
    await cookies();
    await page.getByRole('button', { name: 'Log out anna' }).click();
    await page.getByLabel('User').waitFor();
    expect(await cookies()).toEqual([]);
    expect(await statusOf('/cluster')).toBe(401);
  });

  it('has left no secret in the logs of the sidecars', () => {
    expect(loggedSecrets(bed.logDirectory, secrets)).toEqual([]);
  });
});

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function loginOfProgram(): Promise<{ accessToken: string }> {
  const answer = await fetch(`${bed.url}${BASE_PATH}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'anna', password: SECOND }),
  });
  const session = (await answer.json()) as { accessToken: string; refreshToken: string };
  for (const secret of [session.accessToken, session.refreshToken]) secrets.add(secret);
  return session;
}
