import { type CqlType, CqlTypeCode } from './cql-type.js';

/** Reads the notations of section 3 of the native protocol: [int], [short], [string], [bytes], [option]. */
export class BodyReader {
  readonly #body: Buffer;
  #position = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  int(): number {
    return this.#take(4).readInt32BE(0);
  }

  short(): number {
    return this.#take(2).readUInt16BE(0);
  }

  string(): string {
    return this.#take(this.short()).toString('utf8');
  }

  /** Null for a length below zero. */
  bytes(): Buffer | null {
    const length = this.int();
    return length < 0 ? null : this.#take(length);
  }

  get atEnd(): boolean {
    return this.#position >= this.#body.length;
  }

  /** What a column or a collection element is made of. */
  option(): CqlType {
    const code = this.short();
    switch (code) {
      case CqlTypeCode.Custom:
        return { code, name: this.string(), inner: [] };
      case CqlTypeCode.List:
      case CqlTypeCode.Set:
        return { code, inner: [this.option()] };
      case CqlTypeCode.Map:
        return { code, inner: [this.option(), this.option()] };
      case CqlTypeCode.Tuple:
        return { code, inner: Array.from({ length: this.short() }, () => this.option()) };
      case CqlTypeCode.Udt:
        return this.#userDefined();
      default:
        return { code, inner: [] };
    }
  }

  #userDefined(): CqlType {
    const name = `${this.string()}.${this.string()}`;
    const fields = Array.from({ length: this.short() }, () => ({ name: this.string(), type: this.option() }));
    return {
      code: CqlTypeCode.Udt,
      name,
      inner: fields.map(({ type }) => type),
      fields: fields.map((field) => field.name),
    };
  }

  #take(length: number): Buffer {
    const end = this.#position + length;
    if (end > this.#body.length) throw new RangeError(`CQL message ends at ${this.#body.length}, wanted ${end}`);
    const part = this.#body.subarray(this.#position, end);
    this.#position = end;
    return part;
  }
}
