import { JmxError, JmxErrorCode } from 'jmx-client-node';
import { type MBeanAccess, type MBeanListener, type PreparedInvocation } from '../connection/mbean-access.js';
import { UnexpectedAnswerError } from './java-values.js';

/** The node knows the JMX user but does not let it do this. */
export class AccessDeniedError extends Error {
  override readonly name = 'AccessDeniedError';

  constructor(
    member: string,
    /** In the words of a CQL `GRANT`. */
    readonly permission: string,
    options: ErrorOptions,
  ) {
    super(`the JMX user may not use ${member}, which needs ${permission}`, options);
  }
}

/** One MBean behind one connection. */
export class MBean {
  constructor(
    private readonly access: MBeanAccess,
    private readonly objectName: string,
  ) {}

  get(attribute: string): Promise<unknown> {
    const value = this.access.getAttribute(this.objectName, attribute);
    return this.#namingDenials(value, attribute, `SELECT ON MBEAN '${this.objectName}'`);
  }

  /** Reads all of them in one call. */
  async getAll<Name extends string>(attributes: readonly Name[]): Promise<Record<Name, unknown>> {
    const names = attributes.join(', ');
    const answer = this.access.getAttributes(this.objectName, attributes);
    const values = await this.#namingDenials(answer, names, `SELECT ON MBEAN '${this.objectName}'`);
    const missing = attributes.filter((name) => !values.has(name));
    if (missing.length > 0) {
      throw new UnexpectedAnswerError(`${this.objectName} ${missing.join(', ')}`, 'readable', undefined);
    }
    return Object.fromEntries(attributes.map((name) => [name, values.get(name)])) as Record<Name, unknown>;
  }

  invoke(operation: string, params: readonly unknown[] = [], signature: readonly string[] = []): Promise<unknown> {
    const answer = this.access.invoke(this.objectName, operation, params, signature);
    return this.#namingDenials(answer, operation, `EXECUTE ON MBEAN '${this.objectName}'`);
  }

  prepareInvoke(
    operation: string,
    params: readonly unknown[],
    signature: readonly string[],
  ): Promise<PreparedInvocation> {
    return this.access.prepareInvoke(this.objectName, operation, params, signature);
  }

  listen(listener: MBeanListener): Promise<void> {
    const listening = this.access.listen(this.objectName, listener);
    return this.#namingDenials(listening, 'notifications', 'DESCRIBE ON ALL MBEANS');
  }

  async #namingDenials<T>(answer: Promise<T>, member: string, permission: string): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const isDenied = error instanceof JmxError && error.code === JmxErrorCode.AccessDenied;
      throw isDenied ? new AccessDeniedError(member, permission, { cause: error }) : error;
    }
  }
}

export const JavaType = {
  String: 'java.lang.String',
  Map: 'java.util.Map',
} as const;
