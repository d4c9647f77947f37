import { MAX_TABLES_FOUND, type Differences, type PreviewFinding } from '@reaper-sidecar/repair-core';

const IN_SYNC = /^(?:Previewed|Repaired) data (?:was|is) in sync/;
const TOTAL = /^Total estimated streaming: (\d{1,15}) ranges, \d{1,15} sstables, (.{1,40}?)(?: bytes)?$/m;
const TABLE = /^\w{1,48}\.(\w{1,222}) - (\d{1,15}) ranges, \d{1,15} sstables, (.{1,40}?)(?: bytes)?$/gm;

/** `FBUtilities.prettyPrintMemory`, in the locale of the node: "1.234KiB", "1,234MiB". */
const MEMORY = /^(\d{1,15})(?:[.,](\d{1,6}))?\s*([KMGTP]?)i?B?$/;
const POWERS = ['', 'K', 'M', 'G', 'T', 'P'];

/**
 * What a preview found, out of the text that Cassandra ends it with (`SyncStatSummary`, 4.0 to 6.0).
 *
 * @returns undefined when the text is about something else
 */
export function previewFinding(text: string): PreviewFinding | undefined {
  if (IN_SYNC.test(text)) return { ranges: 0, bytes: 0, tables: [] };
  const [, ranges, memory] = TOTAL.exec(text) ?? [];
  const total = differences(ranges, memory);
  if (!total) return undefined;
  const tables = [...text.matchAll(TABLE)].flatMap(([, table = '', count, size]) => {
    const found = differences(count, size);
    return found && found.ranges + found.bytes > 0 ? [{ table, ...found }] : [];
  });
  return { ...total, tables: tables.slice(0, MAX_TABLES_FOUND) };
}

function differences(ranges: string | undefined, memory: string | undefined): Differences | undefined {
  const [, whole, fraction = '0', unit = ''] = MEMORY.exec(memory ?? '') ?? [];
  if (ranges === undefined || whole === undefined) return undefined;
  const bytes = Math.round(Number(`${whole}.${fraction}`) * 1024 ** POWERS.indexOf(unit));
  return { ranges: Number(ranges), bytes };
}
