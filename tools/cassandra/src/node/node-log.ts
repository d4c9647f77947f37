import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { type NodePaths } from './node-paths.js';

const maxLogBytes = 16 * 2 ** 20;

/** Remembers where the log ends now, so that later only the current life of the node is read. */
export function markLog(paths: NodePaths): void {
  writeFileSync(paths.logMark, `${statSync(paths.systemLog, { throwIfNoEntry: false })?.size ?? 0}\n`);
}

/** Log of the current life of the node, its last 16 MiB at most. */
export function readLog(paths: NodePaths): string {
  const size = statSync(paths.systemLog, { throwIfNoEntry: false })?.size ?? 0;
  const mark = Number(readText(paths.logMark));
  const start = Math.max(mark <= size ? mark : 0, size - maxLogBytes);
  if (size === start) return '';
  const buffer = Buffer.alloc(size - start);
  const file = openSync(paths.systemLog, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, start));
  } finally {
    closeSync(file);
  }
}

/**
 * Addresses this node holds for down, by its last word on each. There is no cheaper source: the failure detector is
 * visible through JMX only.
 */
export function addressesSeenDown(log: string): string[] {
  const lastWord = new Map<string, string>();
  for (const [, address = '', state = ''] of log.matchAll(/ \S*\/(\d+(?:\.\d+){3})(?::\d+)? is now (UP|DOWN)\b/g)) {
    lastWord.set(address, state);
  }
  return [...lastWord].filter(([, state]) => state === 'DOWN').map(([address]) => address);
}

const harmless = /^WARNING: |^OpenJDK 64-Bit Server VM warning/;
const alarming = /^(ERROR|FATAL)|Exception|Error: /;
const shownLines = 8;

/** The lines that most probably say why a node died: what the JVM printed, then the errors in the log. */
export function lastWords(paths: NodePaths): string[] {
  const printed = linesOf(readText(paths.output)).filter((line) => !harmless.test(line));
  const logged = linesOf(readLog(paths));
  const errors = logged.filter((line) => alarming.test(line) && !line.startsWith('INFO'));
  const chosen = [...printed.slice(-shownLines), ...errors.slice(-shownLines)];
  return (chosen.length > 0 ? chosen : logged.slice(-shownLines)).map((line) => line.slice(0, 300));
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(-maxLogBytes);
  } catch {
    return '';
  }
}
