/**
 * The client under test, as a process of its own: the twin of BenchClient.java, with the same orders and answers. A line
 * "what count" on standard input is answered by a line of so many durations in milliseconds. Argument: port.
 */
import { createInterface } from 'node:readline';
import { JmxConnection } from 'jmx-client-node';

const NAME = 'bench:type=Wide';
const ALL = Array.from({ length: 1_000 }, (_, number) => `A${number}`);
const TEXT = ['java.lang.String'];
const TICK = 'bench.node';

const options = { host: '127.0.0.1', port: Number(process.argv[2]) };

async function timed(step: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await step();
  return performance.now() - started;
}

function steps(jmx: JmxConnection): Readonly<Record<string, () => Promise<number>>> {
  return {
    getAttribute: () => timed(() => jmx.getAttribute(NAME, 'A1')),
    getAttributes: () => timed(() => jmx.getAttributes(NAME, ALL)),
    invoke: () => timed(() => jmx.invoke(NAME, 'echo', ['x'], TEXT)),
    connect,
    notification: () => notificationDelay(jmx),
  };
}

async function connect(): Promise<number> {
  const started = performance.now();
  const connection = await JmxConnection.connect(options);
  const duration = performance.now() - started;
  await connection.close();
  return duration;
}

let onTick: (delayMs: number) => void = () => undefined;

async function notificationDelay(jmx: JmxConnection): Promise<number> {
  const delay = new Promise<number>((resolve) => (onTick = resolve));
  await jmx.invoke(NAME, 'emit', [TICK], TEXT);
  return await delay;
}

async function main(): Promise<void> {
  const jmx = await JmxConnection.connect(options);
  await jmx.getAttribute(NAME, 'A0');
  process.stdout.write('READY\n');
  await jmx.addNotificationListener(
    NAME,
    // Both processes read the same monotonic clock of the kernel.
    ({ sequenceNumber }) => onTick(Number(process.hrtime.bigint() - sequenceNumber) / 1e6),
    { filter: { types: [TICK] } },
  );
  const known = steps(jmx);
  for await (const line of createInterface({ input: process.stdin })) {
    const [what = '', count] = line.split(' ');
    const step = known[what];
    if (step === undefined) throw new TypeError(`There is nothing to measure called ${what}`);
    const durations: number[] = [];
    for (let done = 0; done < Number(count); done++) durations.push(await step());
    process.stdout.write(`${durations.join(' ')}\n`);
  }
  await jmx.close();
}

void main();
