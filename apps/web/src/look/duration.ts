const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** In at most two units: "0.4 s", "12 s", "4 min 10 s", "2 h 05 min", "3 d 4 h". */
export function durationText(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const index = UNITS.findIndex(([, size]) => seconds >= size);
  const [[unit, size] = ['s', 1], smaller] = UNITS.slice(index);
  const whole = `${Math.floor(seconds / size)} ${unit}`;
  if (!smaller) return whole;
  const [smallerUnit, smallerSize] = smaller;
  const rest = String(Math.floor((seconds % size) / smallerSize));
  return `${whole} ${smallerUnit === 'h' ? rest : rest.padStart(2, '0')} ${smallerUnit}`;
}
