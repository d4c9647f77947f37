/** The node answered with a value of another shape than the MBean promises. */
export class UnexpectedAnswerError extends Error {
  constructor(
    readonly what: string,
    expected: string,
    value: unknown,
  ) {
    super(`${what} should be ${expected} but is ${describe(value)}`);
    this.name = 'UnexpectedAnswerError';
  }
}

/** The node has not come far enough in its start to have an answer. */
export class NodeStartingError extends Error {
  override readonly name = 'NodeStartingError';
}

export function asText(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw new UnexpectedAnswerError(what, 'a text', value);
}

/** A whole number: `int` arrives as a number, `long` as a bigint. */
export function asCount(value: unknown, what: string): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new UnexpectedAnswerError(what, 'a whole number', value);
}

/** Any number, for gauges of `double`. */
export function asNumber(value: unknown, what: string): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new UnexpectedAnswerError(what, 'a number', value);
}

export function asFlag(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new UnexpectedAnswerError(what, 'true or false', value);
}

/** Elements of a Java list, set or array. */
export function asList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return [...value];
  throw new UnexpectedAnswerError(what, 'a list', value);
}

export function asTexts(value: unknown, what: string): string[] {
  return asList(value, what).map((element) => asText(element, `an element of ${what}`));
}

export function asMap(value: unknown, what: string): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value;
  throw new UnexpectedAnswerError(what, 'a map', value);
}

export function asTextMap(value: unknown, what: string): Map<string, string> {
  return new Map([...asMap(value, what)].map(([key, entry]) => [asText(key, what), asText(entry, what)]));
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return `a ${value.constructor?.name ?? 'object'}`;
  return JSON.stringify(String(value).slice(0, 80));
}
