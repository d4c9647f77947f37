import { LossReason, type JmxConnection } from 'jmx-client-node';
import { type MBeanAccess, type MBeanListener, type PreparedInvocation } from './mbean-access.js';

/** {@link MBeanAccess} over a real connection. */
export class JmxMBeanAccess implements MBeanAccess {
  #gone: ((cause: unknown) => void) | undefined;

  constructor(private readonly connection: JmxConnection) {}

  getAttribute(objectName: string, attribute: string): Promise<unknown> {
    return this.connection.getAttribute(objectName, attribute);
  }

  getAttributes(objectName: string, attributes: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    return this.connection.getAttributes(objectName, attributes);
  }

  invoke(objectName: string, operation: string, params: readonly unknown[], signature: readonly string[]) {
    return this.connection.invoke(objectName, operation, params, signature);
  }

  prepareInvoke(
    objectName: string,
    operation: string,
    params: readonly unknown[],
    signature: readonly string[],
  ): Promise<PreparedInvocation> {
    return this.connection.prepareInvoke(objectName, operation, params, signature);
  }

  async listen(objectName: string, listener: MBeanListener): Promise<void> {
    await this.connection.addNotificationListener(objectName, (notification) => listener.notification(notification), {
      onLost: ({ reason }) => this.#lost(reason, objectName, listener),
    });
  }

  onGone(gone: (cause: unknown) => void): void {
    this.#gone = gone;
    this.connection.on('close', ({ lost, error }) => lost && gone(error));
    if (!this.connection.isOpen) gone(new Error('The connection was closed'));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Without its MBean a connection would stay deaf: a new one is needed. A lost one is told by its end. */
  #lost(reason: LossReason, objectName: string, listener: MBeanListener): void {
    if (reason === LossReason.MBeanUnregistered) this.#gone?.(new Error(`${objectName} was unregistered`));
    else if (reason !== LossReason.ConnectionLost) listener.lost();
  }
}
