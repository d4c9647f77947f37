import { type NodeStatus } from '../cluster/node-status.js';
import { type CqlRow } from '../cql/cql-frame.js';
import { RigError } from '../errors.js';
import { type Progress } from '../progress.js';

export interface OutputStreams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/** Answers go to standard output, all else to standard error. */
export class Output {
  readonly #streams: OutputStreams;
  readonly #json: boolean;

  constructor(streams: OutputStreams, json: boolean) {
    this.#streams = streams;
    this.#json = json;
  }

  progress({ step, message }: Progress): void {
    if (!this.#json) this.#streams.err.write(`${step}: ${message}\n`);
  }

  /** A sentence for people; programs get the data. */
  answer(sentence: string, data: unknown): void {
    this.#streams.out.write(this.#json ? `${toJson(data)}\n` : `${sentence}\n`);
  }

  nodes(nodes: readonly NodeStatus[]): void {
    this.answer(table(nodes.map(statusColumns)), nodes);
  }

  rows(rows: readonly CqlRow[]): void {
    const cells = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellText(value)])),
    );
    if (rows.length > 0 || this.#json) this.answer(table(cells), rows);
  }

  error(error: unknown): void {
    const { code, message, details } = error instanceof RigError ? error : unexpected(error);
    const text = this.#json ? toJson({ error: { code, message, details } }) : `cassandra: ${message} [${code}]`;
    this.#streams.err.write(`${text}\n`);
  }

  raw(stream: 'stdout' | 'stderr', text: string): void {
    this.#streams[stream === 'stdout' ? 'out' : 'err'].write(text);
  }
}

function unexpected(error: unknown): { code: string; message: string; details: object } {
  return {
    code: 'UNEXPECTED',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    details: {},
  };
}

function statusColumns(node: NodeStatus): Record<string, string> {
  const notes = [node.problem, node.seesDown.length > 0 ? `holds ${node.seesDown.join(', ')} for down` : undefined];
  return {
    node: String(node.index),
    state: node.state,
    cql: `${node.address}:${node.cqlPort}`,
    jmx: `${node.jmxHost}:${node.jmxPort}`,
    dc: `${node.datacenter}/${node.rack}`,
    version: node.releaseVersion ?? node.version,
    pid: node.pid === undefined ? '-' : String(node.pid),
    memory: node.residentMebibytes > 0 ? `${node.residentMebibytes} MiB` : '-',
    peers: node.peers === undefined ? '-' : String(node.peers),
    note: notes.filter((note) => note !== undefined).join('; '),
  };
}

/** Columns are named by the keys of the first row. */
export function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? value : toJson(value);
}

/** JSON has no bigint, bytes or maps: digits, 0x…, and pairs of key and value stand for them. */
export function toJson(data: unknown): string {
  return JSON.stringify(plain(data));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex')}`;
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
