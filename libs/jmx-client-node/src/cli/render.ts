/** Values as JSON: Maps become objects where all keys are text and lists of pairs where not, Sets lists, bytes Base64. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.toJSON();
  if (value instanceof Map) return mapToJson(value);
  if (Array.isArray(value) || value instanceof Set) return [...(value as Iterable<unknown>)].map(toJson);
  if ('toJSON' in value && typeof value.toJSON === 'function') return (value.toJSON as () => unknown)();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

function mapToJson(map: ReadonlyMap<unknown, unknown>): unknown {
  const entries = [...map];
  if (!entries.every(([key]) => typeof key === 'string')) {
    return entries.map(([key, value]) => [toJson(key), toJson(value)]);
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, toJson(value)]));
}

/** One line for a table: text as it is, everything else as JSON. */
export function toCell(value: unknown): string {
  const json = toJson(value);
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return printable(text);
}

/** What a server sends must not move the cursor or colour the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => {
    if (char === '\n') return '\\n';
    return char === '\t' ? '\\t' : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

/** Columns as wide as their widest cell; the last one is left ragged. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
