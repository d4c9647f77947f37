import { type ClassDescription, type RawField } from './raw-values.js';
import { TC } from './stream-constants.js';
import { type Decoding, limitExceeded, malformed, type StreamReader } from './stream-reader.js';

const NO_INTERFACES: readonly string[] = Object.freeze([]);
const FIELD_TYPES = 'BCDFIJSZL[';
/** Java allows 65,535 interfaces on a proxy; an `int` could claim two billion. */
const MAX_INTERFACES = 65_535;

/** The mutable form while it is read: objects in its own annotation may refer to it already. */
type Draft = { -readonly [K in keyof ClassDescription]: ClassDescription[K] };

/** Reads class descriptors: TC_CLASSDESC, TC_PROXYCLASSDESC, and references to earlier ones. */
export class ClassDescriptionReader {
  private readonly known = new Set<unknown>();
  private readonly complete = new Set<ClassDescription>();
  private chainLength = 0;

  constructor(private readonly stream: StreamReader) {}

  /** Whether it was read to its end, superclass included. */
  isComplete(description: ClassDescription): boolean {
    return this.complete.has(description);
  }

  /** A reference to a class that is known, if its bytes are at hand. */
  quick(): ClassDescription | undefined {
    const target = this.stream.quickReference();
    return target === undefined ? undefined : this.earlier(target);
  }

  *required(): Decoding<ClassDescription> {
    const quick = this.quick();
    if (quick !== undefined) return quick;
    const description = yield* this.optional();
    if (description === null) throw malformed('a class descriptor is missing');
    return description;
  }

  private *optional(): Decoding<ClassDescription | null> {
    yield* this.stream.need(1);
    const code = this.stream.bytes.uint8();
    switch (code) {
      case TC.NULL:
        return null;
      case TC.REFERENCE:
        return this.earlier(yield* this.stream.referenced());
      case TC.CLASSDESC:
        return yield* this.ordinary();
      case TC.PROXYCLASSDESC:
        return yield* this.proxy();
      default:
        throw malformed('a class descriptor was expected');
    }
  }

  private earlier(target: unknown): ClassDescription {
    if (!this.known.has(target)) throw malformed('a class descriptor refers back to something else');
    return target as ClassDescription;
  }

  private *ordinary(): Decoding<ClassDescription> {
    const { stream } = this;
    const name = yield* stream.utf();
    yield* stream.need(8);
    const serialVersionUid = stream.bytes.int64();
    const draft = this.register({ ...EMPTY, name, serialVersionUid });
    yield* stream.need(3);
    draft.flags = stream.bytes.uint8();
    const fieldCount = stream.bytes.uint16();
    draft.fields = yield* this.fields(fieldCount);
    return yield* this.finish(draft);
  }

  private *fields(count: number): Decoding<RawField[]> {
    const fields: RawField[] = [];
    for (let index = 0; index < count; index++) {
      yield* this.stream.need(1);
      const type = String.fromCharCode(this.stream.bytes.uint8());
      if (!FIELD_TYPES.includes(type)) throw malformed(`there is no field type ${JSON.stringify(type)}`);
      const name = yield* this.stream.utf();
      if (type === 'L' || type === '[') yield* this.stream.string();
      fields.push({ type: type as RawField['type'], name: interned(name) });
    }
    return fields;
  }

  private *proxy(): Decoding<ClassDescription> {
    const draft = this.register({ ...EMPTY, flags: 0x02 });
    yield* this.stream.need(4);
    const count = this.stream.bytes.uint32();
    if (count > MAX_INTERFACES) throw malformed('a proxy class has too many interfaces');
    const interfaces: string[] = [];
    for (let index = 0; index < count; index++) interfaces.push(yield* this.stream.utf());
    draft.interfaces = interfaces;
    return yield* this.finish(draft);
  }

  private *finish(draft: Draft): Decoding<ClassDescription> {
    yield* this.stream.untilEnd();
    if (++this.chainLength > this.stream.limits.maxDepth) throw limitExceeded('maxDepth', this.stream.limits.maxDepth);
    draft.superClass = yield* this.optional();
    this.chainLength -= 1;
    this.refuseCycle(draft);
    this.complete.add(draft);
    return draft;
  }

  /** A superclass may be a reference, so a hostile stream can make a class its own ancestor. */
  private refuseCycle(draft: Draft): void {
    let steps = 0;
    for (let at = draft.superClass; at !== null; at = at.superClass) {
      if (at === draft) throw malformed('a class is its own superclass');
      if (++steps > this.stream.limits.maxDepth) throw limitExceeded('maxDepth', this.stream.limits.maxDepth);
    }
  }

  private register(draft: Draft): Draft {
    this.stream.remember(draft);
    this.known.add(draft);
    return draft;
  }
}

/** The engine keeps one copy of a property name and compares it by address with the names in this code. */
function interned(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}

const EMPTY: ClassDescription = {
  name: '',
  serialVersionUid: 0n,
  flags: 0,
  fields: [],
  interfaces: NO_INTERFACES,
  superClass: null,
};
