import { once } from 'node:events';
import { type ClientRequest, get as httpGet, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import type { Figure } from '../figures.js';
import { note } from '../note.js';
import { countStatements } from '../sidecar-metrics.js';

const CLIENTS = 500;
const SETTLE_MS = 15_000;
const WATCH_SECONDS = 30;

/** Memory and statements of many event streams, against those of one. */
export async function measureStreams(sidecar: SidecarProcess, token: string): Promise<Figure[]> {
  note(`${CLIENTS} event streams`);
  const first = await openStream(sidecar.url, token);
  const one = await observe(sidecar);
  const others: ClientRequest[] = [];
  while (others.length < CLIENTS) others.push(await openStream(sidecar.url, token));
  const many = await observe(sidecar);
  for (const stream of [first, ...others]) stream.destroy();
  return [
    { what: `RSS for ${CLIENTS} event streams`, value: many.rssMiB - one.rssMiB, unit: 'MiB', target: 40 },
    { what: 'CQL statements per second with one stream', value: one.perSecond, unit: '/s' },
    { what: `CQL statements per second with ${CLIENTS} more`, value: many.perSecond, unit: '/s' },
  ];
}

async function openStream(baseUrl: string, token: string): Promise<ClientRequest> {
  const headers = { authorization: `Bearer ${token}` };
  const stream = httpGet(new URL('/api/v1/events', baseUrl), { agent: false, headers });
  const [answer] = (await once(stream, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`The stream was answered ${answer.statusCode}`);
  // Ended by ourselves.
  stream.on('error', () => undefined);
  answer.on('error', () => undefined).resume();
  return stream;
}

async function observe(sidecar: SidecarProcess): Promise<{ readonly rssMiB: number; readonly perSecond: number }> {
  await sleep(SETTLE_MS);
  const before = await countStatements([sidecar]);
  await sleep(WATCH_SECONDS * 1_000);
  const after = await countStatements([sidecar]);
  return { rssMiB: sidecar.resourceUse().rssMiB, perSecond: (after.statements - before.statements) / WATCH_SECONDS };
}
