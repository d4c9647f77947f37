/** Quantile of unsorted values by the nearest rank; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Largest value that meets the target, where there is one. */
  readonly target?: number;
}

/** A Markdown table: measured value, target, and whether it was met. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, target }) => {
    const digits = Math.abs(value) >= 100 ? 0 : 2;
    const verdict = target === undefined ? '' : value <= target ? 'met' : 'MISSED';
    return `| ${what} | ${value.toFixed(digits)} ${unit} | ${target === undefined ? '' : `≤ ${target} ${unit}`} | ${verdict} |`;
  });
  return ['| figure | measured | target | |', '|---|---|---|---|', ...rows].join('\n');
}
