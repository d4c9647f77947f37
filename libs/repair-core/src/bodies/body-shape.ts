/** Reads one JSON value as a T; throws {@link ShapeError}. Keys it does not know are dropped. */
export type Shape<T> = (value: unknown, path: string) => T;

/** Where a value is not what it should be. */
export class ShapeError extends Error {
  constructor(path: string, expected: string, found: unknown) {
    super(`${path || 'the body'} must be ${expected}, found ${describe(found)}`);
  }
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `text of ${value.length} characters`;
  return value === null || typeof value !== 'object' ? String(value) : Array.isArray(value) ? 'a list' : 'an object';
}

export interface OptionalField<T> {
  readonly optional: Shape<T>;
}

/** One entry per key of T, so that a field added to the model without its shape does not compile. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalField<Exclude<T[K], undefined>> : Shape<T[K]>;
};

export const optional = <T>(shape: Shape<T>): OptionalField<T> => ({ optional: shape });

export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const entries = Object.entries(fields) as [string, Shape<unknown> | OptionalField<unknown>][];
  return (value, path) => {
    const source = record(value, path);
    const result: Record<string, unknown> = {};
    for (const [key, field] of entries) {
      const at = path ? `${path}.${key}` : key;
      const found = Object.hasOwn(source, key) ? source[key] : undefined;
      if (typeof field === 'function') result[key] = field(found, at);
      else if (found !== undefined) result[key] = field.optional(found, at);
    }
    return result as T;
  };
}

/** A value by the text of its `kind` field. */
export function union<T extends { readonly kind: string }>(shapes: {
  readonly [K in T['kind']]: Shape<Extract<T, { readonly kind: K }>>;
}): Shape<T> {
  const kind = oneOf<T['kind']>(Object.keys(shapes) as T['kind'][]);
  return (value, path) => shapes[kind(record(value, path)['kind'], `${path}.kind`)](value, path);
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(path, 'a list', value);
    return value.map((item, index) => shape(item, `${path}[${index}]`));
  };
}

export const text: Shape<string> = (value, path) => {
  if (typeof value !== 'string') throw new ShapeError(path, 'text', value);
  return value;
};

/** Any finite number: times, durations, shares. */
export const number: Shape<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeError(path, 'a finite number', value);
  return value;
};

/** Counts, stamps and sequence numbers. */
export const natural: Shape<number> = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new ShapeError(path, 'a whole number from 0', value);
  return value as number;
};

export function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value, path) => {
    if (!known.has(value)) throw new ShapeError(path, `one of ${values.join(', ')}`, value);
    return value as T;
  };
}

/** For sets of texts that newer builds may add to. */
export function oneOfOrElse<T extends string>(values: readonly T[], otherwise: T): Shape<T> {
  const known: ReadonlySet<string> = new Set(values);
  return (value, path) => (known.has(text(value, path)) ? (value as T) : otherwise);
}

/** An object whose keys are whole numbers. */
export const naturalsByNumber: Shape<Readonly<Record<number, number>>> = (value, path) => {
  const result: Record<number, number> = {};
  for (const [key, entry] of Object.entries(record(value, path))) {
    result[natural(Number(key), `${path}: the key`)] = natural(entry, `${path}.${key}`);
  }
  return result;
};

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(path, 'an object', value);
  }
  return value as Record<string, unknown>;
}
