import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figureTable, median, quantile } from './figures.js';
import { compileJava, MeasuredProcess, startServer } from './jmx-processes.js';

/** What is measured: how often in one round and for warming up, and the largest p50 in ms and ratio wanted. */
interface Subject {
  readonly what: string;
  readonly label: string;
  readonly perRound: number;
  readonly warmUp: number;
  readonly targetMs?: number;
  readonly targetRatio?: number;
}

const SUBJECTS: readonly Subject[] = [
  {
    what: 'getAttribute',
    label: 'getAttribute',
    perRound: 500,
    warmUp: 5_000,
    targetMs: 1,
    targetRatio: 2,
  },
  { what: 'getAttributes', label: 'getAttributes of 1,000', perRound: 50, warmUp: 500, targetRatio: 2 },
  { what: 'invoke', label: 'invoke', perRound: 500, warmUp: 5_000 },
  { what: 'notification', label: 'notification delay', perRound: 100, warmUp: 1_000 },
  { what: 'connect', label: 'connect', perRound: 20, warmUp: 200, targetMs: 30 },
];

interface Clients {
  readonly node: MeasuredProcess;
  readonly java: MeasuredProcess;
}

/** jmx-client-node against the client of the JDK: the same orders to both, in turn, at one server in one run. */
export async function benchJmx(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '10' } } });
  const loadBefore = load();
  const { classes, remove } = compileJava();
  const started: MeasuredProcess[] = [];
  try {
    const { port, process: server } = await startServer(classes);
    started.push(server);
    const clients = await startClients(classes, port, started);
    const figures = [...(await measureAll(clients, Number(values.rounds))), ...processFigures(clients)];
    process.stdout.write(`\n${environment()}, load ${loadBefore} before and ${load()} after\n\n`);
    process.stdout.write(`${figureTable(figures)}\n`);
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    remove();
  }
}

async function startClients(classes: string, port: number, started: MeasuredProcess[]): Promise<Clients> {
  const node = await MeasuredProcess.start(process.execPath, [join(__dirname, 'jmx-node-client.js'), String(port)]);
  started.push(node);
  const java = await MeasuredProcess.start('java', ['-cp', classes, 'BenchClient', String(port)]);
  started.push(java);
  return { node, java };
}

async function measureAll(clients: Clients, rounds: number): Promise<Figure[]> {
  for (const { what, warmUp } of SUBJECTS) await measureInTurn(clients, what, warmUp, 0);
  const measured = new Map(SUBJECTS.map(({ what }) => [what, [] as Pair[]]));
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds}\n`);
    for (const { what, perRound } of SUBJECTS) {
      measured.get(what)?.push(await measureInTurn(clients, what, perRound, round));
    }
  }
  return SUBJECTS.flatMap((subject) => figuresOf(subject, measured.get(subject.what) ?? []));
}

interface Pair {
  readonly node: readonly number[];
  readonly java: readonly number[];
}

/** One right after the other and each first in turn, so that a slow spell of the machine hits both. */
async function measureInTurn({ node, java }: Clients, what: string, count: number, round: number): Promise<Pair> {
  if (round % 2 === 1) {
    const javaFirst = await java.measure(what, count);
    return { java: javaFirst, node: await node.measure(what, count) };
  }
  return { node: await node.measure(what, count), java: await java.measure(what, count) };
}

function figuresOf({ label, targetMs, targetRatio }: Subject, pairs: readonly Pair[]): Figure[] {
  const node = pairs.flatMap((pair) => pair.node);
  const java = pairs.flatMap((pair) => pair.java);
  const ratios = (share: number) =>
    median(pairs.map((pair) => quantile(pair.node, share) / quantile(pair.java, share)));
  return [
    { what: `${label}, p50`, value: median(node), unit: 'ms', ...(targetMs === undefined ? {} : { target: targetMs }) },
    { what: `${label}, p50, Java`, value: median(java), unit: 'ms' },
    {
      what: `${label}, p50 / Java, median of rounds`,
      value: ratios(0.5),
      unit: 'x',
      ...(targetRatio === undefined ? {} : { target: targetRatio }),
    },
    { what: `${label}, p99`, value: quantile(node, 0.99), unit: 'ms' },
    { what: `${label}, p99, Java`, value: quantile(java, 0.99), unit: 'ms' },
    { what: `${label}, p99 / Java, median of rounds`, value: ratios(0.99), unit: 'x' },
  ];
}

function processFigures({ node, java }: Clients): Figure[] {
  return [
    { what: 'start of the process to the first value', value: node.readyMs, unit: 'ms' },
    { what: 'start of the process to the first value, Java', value: java.readyMs, unit: 'ms' },
    { what: 'resident memory after all this', value: node.residentMiB, unit: 'MiB' },
    { what: 'resident memory after all this, Java', value: java.residentMiB, unit: 'MiB' },
    { what: 'resident memory / Java', value: node.residentMiB / java.residentMiB, unit: 'x' },
  ];
}

function environment(): string {
  const java = execFileSync('java', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  return `Node.js ${process.versions.node}, Java client and server: ${java}`;
}

function load(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(1);
}
