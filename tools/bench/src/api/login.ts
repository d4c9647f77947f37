import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { type Figure, median, quantile } from '../figures.js';
import { note } from '../note.js';

const LOGINS = 30;
const PATIENCE_MS = 60_000;

interface Login {
  readonly user: string;
  readonly password: string;
}

/** Logins one after the other; their last token is good for the minutes that follow. */
export async function measureLogin(
  sidecar: SidecarProcess,
  body: Login,
): Promise<{ readonly login: Figure[]; readonly token: string }> {
  note(`${LOGINS} logins`);
  let token = await untilLoggedIn(sidecar, body);
  const times: number[] = [];
  while (times.length < LOGINS) {
    const begun = performance.now();
    token = (await logIn(sidecar, body)) ?? '';
    times.push(performance.now() - begun);
  }
  const login = [
    { what: 'login, median', value: median(times), unit: 'ms', target: 300 },
    { what: 'login p95', value: quantile(times, 0.95), unit: 'ms' },
  ];
  return { login, token };
}

/** The first user is created a moment after the sidecar is ready. */
async function untilLoggedIn(sidecar: SidecarProcess, body: Login): Promise<string> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(250)) {
    const token = await logIn(sidecar, body);
    if (token !== undefined) return token;
  }
  throw new Error('Nobody can log in');
}

async function logIn({ api }: SidecarProcess, body: Login): Promise<string | undefined> {
  return (await api.POST('/api/v1/auth/login', { body })).data?.accessToken;
}
