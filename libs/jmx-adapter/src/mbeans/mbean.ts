import { type MBeanAccess } from '../connection/mbean-access.js';
import { UnexpectedAnswerError } from './java-values.js';

/** One MBean behind one connection. */
export class MBean {
  constructor(
    readonly access: MBeanAccess,
    readonly objectName: string,
  ) {}

  get(attribute: string): Promise<unknown> {
    return this.access.getAttribute(this.objectName, attribute);
  }

  /** Reads all of them in one call. */
  async getAll<Name extends string>(attributes: readonly Name[]): Promise<Record<Name, unknown>> {
    const values = await this.access.getAttributes(this.objectName, attributes);
    const missing = attributes.filter((name) => !values.has(name));
    if (missing.length > 0) {
      throw new UnexpectedAnswerError(`${this.objectName} ${missing.join(', ')}`, 'readable', undefined);
    }
    return Object.fromEntries(attributes.map((name) => [name, values.get(name)])) as Record<Name, unknown>;
  }

  invoke(operation: string, params: readonly unknown[] = [], signature: readonly string[] = []): Promise<unknown> {
    return this.access.invoke(this.objectName, operation, params, signature);
  }
}

export const JavaType = {
  String: 'java.lang.String',
  Map: 'java.util.Map',
} as const;
