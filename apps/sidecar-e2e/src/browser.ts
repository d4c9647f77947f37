import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** @throws Error that says how to get one */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const given = env['REAPER_CHROMIUM'];
  if (given) return given;
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found) return found;
  throw new Error(
    `The dashboard is tested in Chromium, and none of ${NAMES.join(', ')} is on the PATH. Install one (Debian: apt-get install chromium) or set REAPER_CHROMIUM to its path`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function startBrowser(): Promise<Browser> {
  // Tests may run as root in a container, where the sandbox of Chromium refuses to start.
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

export interface WatchedPage {
  readonly page: Page;
  /** Console errors, exceptions, requests that failed or were answered with 400 and more, as they come. */
  readonly faults: readonly string[];
  /** Sidecar that the newest event stream comes from, as the balancer names it. */
  readonly streamFrom: () => string | undefined;
}

export async function openDashboard(browser: Browser, url: string, timeoutMs: number): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(timeoutMs);
  const faults: string[] = [];
  let streamFrom: string | undefined;
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`);
    if (response.url().endsWith('/api/v1/events')) streamFrom = response.headers()['x-served-by'];
  });
  await page.goto(url);
  return { page, faults, streamFrom: () => streamFrom };
}
