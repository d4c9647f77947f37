import { CLASSES } from './class-spec.js';
import { java } from './java-builders.js';
import { JavaObject, type JavaValue } from './java-value.js';
import { StreamWriter } from './stream-writer.js';

/** `MarshalledObject.hashCode()` of an object that is null. */
const HASH_OF_NULL = 13;

/** The bytes `new MarshalledObject(value)` holds: a stream of its own, in serialization protocol 2. */
export function marshalledBytes(value: JavaValue): Buffer {
  const writer = new StreamWriter('marshalled');
  writer.value(value);
  return writer.toBuffer();
}

/** Java's hash over the bytes, taken as signed, in 32 bits. */
export function marshalledHash(objBytes: Buffer): number {
  let hash = 0;
  for (const byte of objBytes) hash = (Math.imul(31, hash) + ((byte << 24) >> 24)) | 0;
  return hash;
}

/** A `java.rmi.MarshalledObject` around the value; `locBytes` is null because we never annotate classes. */
export function marshalled(value: JavaValue): JavaObject {
  const objBytes = value === null ? null : marshalledBytes(value);
  const hash = objBytes === null ? HASH_OF_NULL : marshalledHash(objBytes);
  return new JavaObject(CLASSES.MarshalledObject, {
    [CLASSES.MarshalledObject.name]: {
      fields: { hash, locBytes: null, objBytes: objBytes === null ? null : java.bytes(objBytes) },
    },
  });
}
