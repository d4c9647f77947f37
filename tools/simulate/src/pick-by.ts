/** The value at a place in [0, 1) of a list. */
export function pickBy<T>(place: number, values: readonly T[]): T {
  return values[Math.floor(place * values.length)] as T;
}
