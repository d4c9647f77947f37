import {
  type MBeanAccess,
  type MBeanListener,
  type MBeanNotification,
  type PreparedInvocation,
} from '../connection/mbean-access.js';
import { STORAGE_SERVICE } from '../mbeans/storage-service.js';
import { connectionClosed, remoteError } from './jmx-errors.js';

/** Answers an operation: a value, or what the function makes of the parameters (it may throw). */
export type FakeOperation = (...params: unknown[]) => unknown;

/** A Cassandra node as far as its MBeans go: attributes and operations by "objectName member", without a network. */
export class FakeCassandra {
  readonly attributes = new Map<string, unknown>();
  readonly operations = new Map<string, FakeOperation>();
  /** Members asked for, in order. */
  readonly calls: string[] = [];
  /** Thrown by the next attempts to connect. */
  refusals: unknown[] = [];
  connects = 0;
  /** Every call is refused as for a user without permissions. */
  denied = false;
  #open = new Set<FakeAccess>();

  get connections(): number {
    return this.#open.size;
  }

  constructor(releaseVersion = '5.0.9') {
    this.set(STORAGE_SERVICE, { ReleaseVersion: releaseVersion });
  }

  set(objectName: string, attributes: Readonly<Record<string, unknown>>): this {
    for (const [name, value] of Object.entries(attributes)) this.attributes.set(`${objectName} ${name}`, value);
    return this;
  }

  on(objectName: string, operation: string, answer: FakeOperation): this {
    this.operations.set(`${objectName} ${operation}`, answer);
    return this;
  }

  readonly open = async (): Promise<MBeanAccess> => {
    this.connects += 1;
    if (this.refusals.length > 0) throw this.refusals.shift();
    const access = new FakeAccess(this, () => this.#open.delete(access));
    this.#open.add(access);
    return access;
  };

  notify(notification: MBeanNotification): void {
    for (const { listener } of this.#open) listener?.notification(notification);
  }

  dropNotifications(): void {
    for (const { listener } of this.#open) listener?.lost();
  }

  /** Ends all connections as a stopped node does. */
  crash(): void {
    for (const access of [...this.#open]) access.die();
  }
}

class FakeAccess implements MBeanAccess {
  listener: MBeanListener | undefined;
  #alive = true;
  #gone: ((cause: unknown) => void) | undefined;

  constructor(
    private readonly node: FakeCassandra,
    private readonly ended: () => void,
  ) {}

  async getAttribute(objectName: string, attribute: string): Promise<unknown> {
    this.#record(attribute);
    const value = this.node.attributes.get(`${objectName} ${attribute}`);
    if (value !== undefined) return value;
    this.#refuseMissing(objectName);
    throw remoteError('javax.management.AttributeNotFoundException', `No such attribute: ${attribute}`);
  }

  async getAttributes(objectName: string, names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    this.#record(names.join('+'));
    this.#refuseMissing(objectName);
    const known = names.filter((name) => this.node.attributes.has(`${objectName} ${name}`));
    return new Map(known.map((name) => [name, this.node.attributes.get(`${objectName} ${name}`)]));
  }

  async invoke(objectName: string, operation: string, params: readonly unknown[]): Promise<unknown> {
    this.#record(operation);
    const answer = this.node.operations.get(`${objectName} ${operation}`);
    if (answer !== undefined) return answer(...params);
    this.#refuseMissing(objectName);
    throw remoteError('java.lang.NoSuchMethodException', `${operation}()`);
  }

  async prepareInvoke(objectName: string, operation: string, params: readonly unknown[]): Promise<PreparedInvocation> {
    this.#refuseDead();
    return {
      send: () => {
        this.#refuseDead();
        return this.invoke(objectName, operation, params);
      },
      release: () => undefined,
    };
  }

  async listen(objectName: string, listener: MBeanListener): Promise<void> {
    this.#record('addNotificationListener');
    this.#refuseMissing(objectName);
    this.listener = listener;
  }

  onGone(gone: (cause: unknown) => void): void {
    this.#gone = gone;
    if (!this.#alive) gone(connectionClosed());
  }

  async close(): Promise<void> {
    this.#alive = false;
    this.ended();
  }

  die(): void {
    void this.close();
    this.#gone?.(connectionClosed());
  }

  #record(call: string): void {
    this.#refuseDead();
    this.node.calls.push(call);
    if (this.node.denied)
      throw remoteError('java.lang.SecurityException', 'Access Denied', 'java.lang.RuntimeException');
  }

  #refuseDead(): void {
    if (!this.#alive) throw connectionClosed();
  }

  #refuseMissing(objectName: string): void {
    const keys = [...this.node.attributes.keys(), ...this.node.operations.keys()];
    if (keys.some((key) => key.startsWith(`${objectName} `))) return;
    throw remoteError('javax.management.InstanceNotFoundException', objectName);
  }
}
