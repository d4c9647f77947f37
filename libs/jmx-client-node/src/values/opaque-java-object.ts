import { type ClassDescription } from '../serialization/raw-values.js';

/** An object of a class this library does not know: everything the stream says about it. */
export class OpaqueJavaObject {
  /** `Class.getName()`; for a dynamic proxy the name of its first interface. */
  readonly javaClass: string;
  /** Superclasses, nearest first. */
  readonly superClasses: readonly string[];
  /** Interfaces of a dynamic proxy; empty for ordinary objects. */
  readonly interfaces: readonly string[];
  /** All fields of the object and its superclasses; the most specific class wins where names collide. */
  readonly fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  /** What `writeObject` methods added: buffers and values. */
  readonly data: unknown[] = [];

  constructor(description: ClassDescription) {
    this.interfaces = description.interfaces;
    this.javaClass = description.interfaces[0] ?? description.name;
    const superClasses: string[] = [];
    for (let at = description.superClass; at !== null; at = at.superClass) superClasses.push(at.name);
    this.superClasses = superClasses;
  }
}
