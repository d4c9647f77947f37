import { readJavaTime } from './java-time.js';
import {
  type ClassDescription,
  FieldValues,
  lineage,
  type RawObject,
  type RawPart,
  type RawPrimitive,
  type RawValue,
} from './raw-values.js';
import { SC } from './stream-constants.js';
import { type Decoding, isReference, malformed, type StreamReader } from './stream-reader.js';

/** The one Externalizable class of the JDK that is sent as data; see `java-time.ts`. */
export const JAVA_TIME_CLASS = 'java.time.Ser';

const NO_FIELDS = new FieldValues([], []);
const NO_DATA: readonly never[] = Object.freeze([]);
/** Not a field Java has: the text the reader made of the raw bytes. */
const ISO_FIELD = [{ name: 'iso' }];

/** Reads what follows the class descriptor of an object: the data of each class, topmost superclass first. */
export class ClassDataReader {
  private readonly parts = new Map<ClassDescription, readonly RawPart[]>();

  constructor(
    private readonly stream: StreamReader,
    private readonly isComplete: (description: ClassDescription) => boolean,
  ) {}

  *read(object: RawObject): Decoding<void> {
    if (object.description.flags & SC.EXTERNALIZABLE) {
      object.parts.push(yield* this.external(object.description));
      return;
    }
    for (const empty of this.emptyParts(object.description)) {
      const { description } = empty;
      const hasData = (description.flags & SC.WRITE_METHOD) !== 0;
      if (description.fields.length === 0 && !hasData) {
        object.parts.push(empty);
        continue;
      }
      const values: (RawValue | RawPrimitive)[] = [];
      for (const { type } of description.fields) {
        const quick = this.stream.quickField(type);
        if (quick !== undefined) values.push(quick);
        else values.push(isReference(type) ? yield* this.stream.value() : yield* this.stream.primitive(type));
      }
      const fields = new FieldValues(description.fields, values);
      object.parts.push({ description, fields, data: hasData ? yield* this.stream.untilEnd() : NO_DATA });
    }
  }

  /** False when some of it is not quick to read; then the object is of no use. */
  readQuick(object: RawObject): boolean {
    if (object.description.flags & SC.EXTERNALIZABLE) return false;
    for (const empty of this.emptyParts(object.description)) {
      const part = this.quickPart(empty);
      if (part === undefined) return false;
      object.parts.push(part);
    }
    return true;
  }

  private quickPart(empty: RawPart): RawPart | undefined {
    const { description } = empty;
    if (description.flags & SC.WRITE_METHOD) return undefined;
    if (description.fields.length === 0) return empty;
    const values: (RawValue | RawPrimitive)[] = [];
    for (const { type } of description.fields) {
      const value = this.stream.quickField(type);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return { description, fields: new FieldValues(description.fields, values), data: NO_DATA };
  }

  /**
   * One part for each class of the lineage, for the classes that write nothing. Made once, because objects of one class
   * come in great numbers; but a class that is still being read may yet get a superclass.
   */
  private emptyParts(description: ClassDescription): readonly RawPart[] {
    const known = this.parts.get(description);
    if (known !== undefined) return known;
    const made = lineage(description).map((each) => ({ description: each, fields: NO_FIELDS, data: NO_DATA }));
    if (this.isComplete(description)) this.parts.set(description, made);
    return made;
  }

  /**
   * RMI streams use serialization protocol 1, where an Externalizable writes raw bytes without an end mark: only a
   * reader that knows the class finds the end. Protocol 2 (inside MarshalledObject) frames them.
   */
  private *external(description: ClassDescription): Decoding<RawPart> {
    if (description.flags & SC.BLOCK_DATA) {
      return { description, fields: NO_FIELDS, data: yield* this.stream.untilEnd() };
    }
    if (description.name === JAVA_TIME_CLASS) {
      return { description, fields: new FieldValues(ISO_FIELD, [yield* this.javaTime()]), data: NO_DATA };
    }
    throw malformed(`the end of an object of the Externalizable class ${description.name} cannot be found`);
  }

  private *javaTime(): Decoding<string> {
    const reading = readJavaTime();
    let step = reading.next();
    while (!step.done) {
      yield* this.stream.need(step.value);
      step = reading.next(Buffer.from(this.stream.bytes.view(step.value)));
    }
    return step.value;
  }
}
