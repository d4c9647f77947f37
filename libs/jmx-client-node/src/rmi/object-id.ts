/** Length of an ObjID in a call: object number, and the UID of the address space it was made in. */
export const OBJECT_ID_LENGTH = 22;

/**
 * Names an exported object of a JVM. Whoever knows the one of an authenticated connection acts with its rights, so it
 * never appears in messages.
 */
export class ObjectId {
  constructor(readonly bytes: Buffer) {}

  /** Objects every RMI runtime has: 0 is the registry, 2 the distributed garbage collector. */
  static wellKnown(objectNumber: number): ObjectId {
    const bytes = Buffer.alloc(OBJECT_ID_LENGTH);
    bytes.writeBigInt64BE(BigInt(objectNumber), 0);
    return new ObjectId(bytes);
  }

  toString(): string {
    return 'ObjectId(hidden)';
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
