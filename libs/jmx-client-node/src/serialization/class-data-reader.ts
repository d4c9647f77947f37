import { readJavaTime } from './java-time.js';
import { type ClassDescription, lineage, type RawObject, type RawPart } from './raw-values.js';
import { SC } from './stream-constants.js';
import { type Decoding, malformed, type StreamReader } from './stream-reader.js';

/** The one Externalizable class of the JDK that is sent as data; see `java-time.ts`. */
export const JAVA_TIME_CLASS = 'java.time.Ser';

/** Reads what follows the class descriptor of an object: the data of each class, topmost superclass first. */
export class ClassDataReader {
  constructor(private readonly stream: StreamReader) {}

  *read(object: RawObject): Decoding<void> {
    if (object.description.flags & SC.EXTERNALIZABLE) {
      object.parts.push(yield* this.external(object.description));
      return;
    }
    for (const description of lineage(object.description)) {
      const part: RawPart = { description, fields: new Map(), data: [] };
      object.parts.push(part);
      yield* this.fields(part);
      if (description.flags & SC.WRITE_METHOD) part.data.push(...(yield* this.stream.untilEnd()));
    }
  }

  private *fields({ description, fields }: RawPart): Decoding<void> {
    for (const { name, type } of description.fields) {
      const isReference = type === 'L' || type === '[';
      fields.set(name, isReference ? yield* this.stream.value() : yield* this.stream.primitive(type));
    }
  }

  /**
   * RMI streams use serialization protocol 1, where an Externalizable writes raw bytes without an end mark: only a
   * reader that knows the class finds the end. Protocol 2 (inside MarshalledObject) frames them.
   */
  private *external(description: ClassDescription): Decoding<RawPart> {
    const part: RawPart = { description, fields: new Map(), data: [] };
    if (description.flags & SC.BLOCK_DATA) {
      part.data.push(...(yield* this.stream.untilEnd()));
    } else if (description.name === JAVA_TIME_CLASS) {
      part.fields.set('iso', yield* this.javaTime());
    } else {
      throw malformed(`the end of an object of the Externalizable class ${description.name} cannot be found`);
    }
    return part;
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
