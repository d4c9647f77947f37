import { previewFinding } from './preview-finding.js';

const REPORT = `Preview complete
Total estimated streaming: 30 ranges, 6 sstables, 12.345KiB bytes
shop.carts - 0 ranges, 0 sstables, 0.000KiB bytes

shop.orders - 30 ranges, 6 sstables, 12.345KiB bytes
    /127.0.0.1:7000 -> /127.0.0.3:7000: 15 ranges, 3 sstables, 6.172KiB bytes
    /127.0.0.3:7000 -> /127.0.0.1:7000: 15 ranges, 3 sstables, 6.172KiB bytes

`;

describe('previewFinding', () => {
  it('reads totals and the tables that differ', () => {
    const bytes = Math.round(12.345 * 1024);
    expect(previewFinding(REPORT)).toEqual({ ranges: 30, bytes, tables: [{ table: 'orders', ranges: 30, bytes }] });
  });

  it.each(['Previewed data was in sync', 'Repaired data is in sync'])('takes "%s" for no difference', (text) => {
    expect(previewFinding(text)).toEqual({ ranges: 0, bytes: 0, tables: [] });
  });

  it.each([
    ['12.345KiB', Math.round(12.345 * 1024)],
    ['1,500MiB', 1_572_864],
    ['2.000GiB', 2 * 1024 ** 3],
    ['512B', 512],
    ['7', 7],
  ])('reads %s', (memory, bytes) => {
    const text = `Repaired data is inconsistent\nTotal estimated streaming: 1 ranges, 1 sstables, ${memory} bytes\n`;
    expect(previewFinding(text)?.bytes).toBe(bytes);
  });

  it.each(['', 'Repair 1234 skipped: no tables', 'Total estimated streaming: many ranges'])('ignores %j', (text) => {
    expect(previewFinding(text)).toBeUndefined();
  });
});
