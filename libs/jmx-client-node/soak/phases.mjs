import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { JmxConnection } from 'jmx-client-node';
import { describe, growth, resources } from './resources.mjs';

const EMITTER = 'test:type=Emitter';
const LANES = 4;
const TOLERANCE = { heapMiB: 2, rssMiB: 48 };
/** Below the 1000 notifications a server keeps. */
const BURST = 900;

/** A server goes on holding the request of a listener that is gone, and a thread for it, until the poll has run out. */
const POLL_MS = 500;
/** For that and for the pool of threads of the server to shrink. */
const SETTLE_MS = 2_500;
const TOLERATED_THREADS = 10;

const connect = (port) => JmxConnection.connect({ host: '127.0.0.1', port, notificationPollMs: POLL_MS });
const invoke = (jmx, operation, ...ints) =>
  jmx.invoke(
    EMITTER,
    operation,
    ints,
    ints.map(() => 'int'),
  );

/** Calls of several kinds, some at once, all with one signal that never fires. */
export async function calls(port, count) {
  const jmx = await connect(port);
  const { signal } = new AbortController();
  const kinds = [
    () => jmx.getAttribute(EMITTER, 'Limit', { signal }),
    () => jmx.invoke(EMITTER, 'add', [1, 2], ['int', 'int'], { signal }),
    () => jmx.getAttributes('test:type=Stats', ['Point', 'PointMap', 'Ints'], { signal }),
    () => jmx.isRegistered(EMITTER, { signal }),
    () => jmx.getAttribute(EMITTER, 'Nope', { signal }).catch(() => undefined),
  ];
  const run = async (most) => {
    let started = 0;
    const lane = async () => {
      while (started < most) await kinds[started++ % kinds.length]();
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };
  await run(Math.min(count / 10, 20_000));
  const before = await resources();
  const startedAt = performance.now();
  await run(count);
  const perSecond = count / ((performance.now() - startedAt) / 1000);
  const after = await resources();
  const complaints = growth(before, after, TOLERANCE);
  if (getEventListeners(signal, 'abort').length > 0) complaints.push('listeners are left on the signal');
  await jmx.close();
  return {
    facts: [`${count} calls, ${perSecond.toFixed(0)}/s`, `before: ${describe(before)}`, `after: ${describe(after)}`],
    complaints,
  };
}

/** Connections with a call and a listener each, one after the other. */
export async function cycles(port, count) {
  const watcher = await connect(port);
  const look = async () => {
    await sleep(SETTLE_MS);
    const threads = await watcher.getAttribute('java.lang:type=Threading', 'ThreadCount');
    return { ...(await resources()), threads };
  };
  const run = async (most) => {
    for (let done = 0; done < most; done++) {
      const jmx = await connect(port);
      const subscription = done % 2 === 0 ? await jmx.addNotificationListener(EMITTER, () => undefined) : null;
      await jmx.getAttribute(EMITTER, 'Limit');
      if (done % 4 === 0) await subscription?.remove();
      await jmx.close();
    }
  };
  await run(Math.min(count / 10, 500));
  const before = await look();
  const startedAt = performance.now();
  await run(count);
  const eachMs = (performance.now() - startedAt) / count;
  const after = await look();
  const complaints = growth(before, after, TOLERANCE);
  if (after.threads - before.threads > TOLERATED_THREADS) complaints.push('the server has more threads');
  await watcher.close();
  return {
    facts: [
      `${count} cycles, ${eachMs.toFixed(2)} ms each`,
      `before: ${describe(before)}, ${before.threads} server threads`,
      `after: ${describe(after)}, ${after.threads} server threads`,
    ],
    complaints,
  };
}

async function listen(jmx) {
  const numbers = [];
  const losses = [];
  await jmx.addNotificationListener(EMITTER, ({ sequenceNumber }) => numbers.push(sequenceNumber), {
    onLost: (loss) => losses.push(loss),
  });
  return { numbers, losses, lost: () => losses.reduce((sum, { count }) => sum + (count ?? 0), 0) };
}

async function untilQuiet(condition, timeoutMs) {
  const deadline = performance.now() + timeoutMs;
  while (!condition() && performance.now() < deadline) await sleep(20);
}

/** Complaints unless every notification came once and in order. */
function completeness({ numbers, losses }, expected) {
  const gaps = numbers.filter((number, at) => at > 0 && number !== numbers[at - 1] + 1n).length;
  return [
    ...(numbers.length === expected ? [] : [`${numbers.length} of ${expected} notifications arrived`]),
    ...(gaps === 0 ? [] : [`${gaps} gaps in their order`]),
    ...(losses.length === 0 ? [] : [`losses reported: ${JSON.stringify(losses)}`]),
  ];
}

/** A steady stream, then bursts that fit the buffer of the server. Nothing may be missing. */
export async function stream(port, perSecond, seconds) {
  const jmx = await connect(port);
  const steady = await listen(jmx);
  await invoke(jmx, 'emitSteadily', perSecond, seconds);
  await untilQuiet(() => steady.numbers.length >= perSecond * seconds, seconds * 1000 + 10_000);
  const complaints = completeness(steady, perSecond * seconds);
  const before = steady.numbers.length;
  let bursts = 0;
  while (complaints.length === 0 && bursts < seconds) {
    bursts += 1;
    await invoke(jmx, 'emit', BURST);
    await untilQuiet(() => steady.numbers.length >= before + bursts * BURST, 10_000);
  }
  complaints.push(...(complaints.length === 0 ? completeness(steady, before + bursts * BURST) : []));
  await jmx.close();
  return {
    facts: [`${perSecond}/s for ${seconds} s, then ${bursts} bursts of ${BURST}: ${steady.numbers.length} received`],
    complaints,
  };
}

/** More than the server can buffer: what is missing has to be reported. */
export async function overrun(port, count) {
  const jmx = await connect(port);
  const flood = await listen(jmx);
  await jmx.invoke(EMITTER, 'emitFromThread', [count, 2], ['int', 'int']);
  await untilQuiet(() => flood.numbers.length + flood.lost() >= count * 2, 10_000);
  await jmx.close();
  const complaints = [];
  if (flood.losses.length === 0) complaints.push('nothing was reported as lost');
  if (flood.losses.some(({ reason }) => reason !== 'buffer-overflow')) complaints.push('another reason was reported');
  // The count is an upper bound: the server counts what it overwrote even while it was handing it out.
  if (flood.numbers.length + flood.lost() < count * 2) complaints.push('some are missing without a report');
  return {
    facts: [`${count * 2} sent at once: ${flood.numbers.length} received, at most ${flood.lost()} reported lost`],
    complaints,
  };
}
