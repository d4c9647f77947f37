import { type ClassSpec } from './class-spec.js';
import { type StreamWriter } from './stream-writer.js';

/**
 * A value ready to be written: the exact Java class is settled. Made with the `java` builders or from plain values and
 * a signature, see `parameters.ts`.
 */
export type JavaValue = null | string | JavaObject | JavaArray | JavaEnum;

/** Value of a field: a reference, or a primitive of the type the class declares. */
export type FieldValue = JavaValue | number | bigint | boolean;

/** What one class of the lineage writes: declared fields and, when the class has a `writeObject`, its data. */
export interface JavaObjectPart {
  readonly fields?: Readonly<Record<string, FieldValue>>;
  readonly data?: (out: StreamWriter) => void;
}

/** An object to be written. */
export class JavaObject {
  constructor(
    readonly spec: ClassSpec,
    /** One part for each class of the lineage, topmost superclass first. Missing ones are empty. */
    readonly parts: Readonly<Record<string, JavaObjectPart>>,
  ) {}
}

/** An array to be written; a `Buffer` as elements only for `byte[]`. */
export class JavaArray {
  constructor(
    readonly spec: ClassSpec,
    readonly elements: readonly FieldValue[] | Buffer,
  ) {}

  /** First character of the element type: `I`, `J`, `L`, `[` … */
  get elementType(): string {
    return this.spec.name[1] ?? '';
  }
}

/** A constant of a Java enum to be written. */
export class JavaEnum {
  constructor(
    readonly spec: ClassSpec,
    readonly constant: string,
  ) {}
}
