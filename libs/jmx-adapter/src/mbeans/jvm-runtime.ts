import { type MBeanAccess } from '../connection/mbean-access.js';
import { asCount } from './java-values.js';
import { MBean } from './mbean.js';

/** `java.lang:type=Runtime` of the node's JVM. */
export class JvmRuntime {
  readonly #bean: MBean;
  #startTimeMs: number | undefined;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'java.lang:type=Runtime');
  }

  /** Epoch ms by the node's clock. Asked once: a connection does not outlive the JVM at its other end. */
  async startTimeMs(): Promise<number> {
    return (this.#startTimeMs ??= asCount(await this.#bean.get('StartTime'), 'StartTime'));
  }
}
