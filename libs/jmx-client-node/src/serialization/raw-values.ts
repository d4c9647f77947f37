/**
 * What a serialization stream says, before any knowledge of what the classes mean. `values/` turns it into plain
 * JavaScript values.
 */
export type RawValue = null | string | RawObject | RawArray | RawEnum | RawClass;

/** Values of primitive fields and elements: `long` is a bigint, `char` a one-character string. */
export type RawPrimitive = number | bigint | boolean | string;

export type PrimitiveTypeCode = 'B' | 'C' | 'D' | 'F' | 'I' | 'J' | 'S' | 'Z';

export interface RawField {
  readonly type: PrimitiveTypeCode | 'L' | '[';
  readonly name: string;
}

/** A class as the stream describes it. */
export interface ClassDescription {
  /** `Class.getName()`: dots, and `[Ljava.lang.String;` for arrays. Empty for a dynamic proxy. */
  readonly name: string;
  readonly serialVersionUid: bigint;
  readonly flags: number;
  readonly fields: readonly RawField[];
  /** Interfaces of a dynamic proxy; empty for ordinary classes. */
  readonly interfaces: readonly string[];
  readonly superClass: ClassDescription | null;
}

/** The classes of an object, topmost superclass first: the order their data has in the stream. */
export function lineage(description: ClassDescription): ClassDescription[] {
  const classes: ClassDescription[] = [];
  for (let at: ClassDescription | null = description; at !== null; at = at.superClass) classes.unshift(at);
  return classes;
}

/** Values of the fields a class declares, by name. Classes have few fields, and a Map for each object would cost more. */
export class FieldValues implements Iterable<readonly [name: string, value: RawValue | RawPrimitive]> {
  constructor(
    private readonly fields: readonly Pick<RawField, 'name'>[],
    private readonly values: readonly (RawValue | RawPrimitive)[],
  ) {}

  get(name: string): RawValue | RawPrimitive | undefined {
    for (let index = this.fields.length - 1; index >= 0; index--) {
      if (this.fields[index]?.name === name) return this.values[index];
    }
    return undefined;
  }

  *[Symbol.iterator](): Generator<readonly [string, RawValue | RawPrimitive]> {
    for (const [index, { name }] of this.fields.entries()) yield [name, this.values[index] as RawValue | RawPrimitive];
  }
}

/** What one class of the object's lineage wrote: its declared fields and whatever its `writeObject` added. */
export interface RawPart {
  readonly description: ClassDescription;
  readonly fields: FieldValues;
  /** Block data (as buffers) and objects, in stream order. */
  readonly data: readonly (Buffer | RawValue)[];
}

/** Notes of whoever turns the raw values into plain ones: kept in the objects, as a table of them would cost more. */
abstract class Mappable {
  /** Whose notes these are. */
  mapper: object | null = null;
  isMapped = false;
  isUnderway = false;
  plain: unknown = undefined;
}

export class RawObject extends Mappable {
  readonly parts: RawPart[] = [];

  constructor(readonly description: ClassDescription) {
    super();
  }

  get className(): string {
    return this.description.name;
  }

  /** The part written by the given class, if that class is in the lineage. */
  part(className: string): RawPart | undefined {
    return this.parts.find((part) => part.description.name === className);
  }

  /** A field by name, looked for in the most specific class first. */
  field(name: string): RawValue | RawPrimitive | undefined {
    for (let index = this.parts.length - 1; index >= 0; index--) {
      const value = this.parts[index]?.fields.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

export class RawArray extends Mappable {
  /** For `byte[]` one buffer instead of elements. */
  bytes: Buffer | null = null;
  readonly elements: (RawValue | RawPrimitive)[] = [];

  constructor(readonly description: ClassDescription) {
    super();
  }

  /** `I` for `int[]`, `Ljava.lang.String;` for `String[]`, `[J` for `long[][]`. */
  get elementType(): string {
    return this.description.name.slice(1);
  }
}

export class RawEnum {
  constructor(
    readonly description: ClassDescription,
    readonly constant: string,
  ) {}
}

/** A `java.lang.Class` object. */
export class RawClass {
  constructor(readonly description: ClassDescription) {}
}
