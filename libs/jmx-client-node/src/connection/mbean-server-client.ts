import { JmxEncodeError, JmxOptionsError } from '../errors.js';
import { ObjectName } from '../object-name/object-name.js';
import { RMI_CONNECTION, type RmiMethod } from '../rmi/rmi-methods.js';
import { java } from '../serialization/java-builders.js';
import { JavaObject, type JavaValue } from '../serialization/java-value.js';
import { marshalled } from '../serialization/marshalled-object.js';
import { inferJavaValue, toJavaValue } from '../serialization/parameters.js';
import { type RawValue } from '../serialization/raw-values.js';
import { type StreamWriter } from '../serialization/stream-writer.js';
import { type MBeanAttribute, type MBeanInfo, type ObjectInstance } from '../values/management.js';
import { type LongsAs, ValueMapper } from '../values/value-mapper.js';
import { MAX_TIMEOUT_MS } from './connect-options.js';
import { type CallLimits, type ReservedCall } from './remote-connection.js';

/** Options every call takes. */
export interface CallOptions {
  /** Limit for this call, waiting for a free socket included. @default callTimeoutMs of the connection */
  readonly timeoutMs?: number | undefined;
  /** Stops waiting for the answer. An operation that was sent runs on: RMI cannot cancel it. */
  readonly signal?: AbortSignal | undefined;
}

/** The name of an MBean, as text or parsed. */
export type ObjectNameLike = string | ObjectName;

/** An operation that is encoded and has an open socket for itself, and only needs to be sent. */
export interface PreparedInvoke<T> {
  /**
   * Sends the operation. The request is handed to the socket before this function returns, and is never written a
   * second time, to this or any other socket.
   *
   * @throws JmxConnectionClosedError, JmxAbortError at once, not as a rejection, when socket or connection have died
   * since, when this was sent or released before, or when the signal has fired: then nothing was written.
   */
  send(options?: CallOptions): Promise<T>;
  /** Gives the socket back unused. Without effect once sent. */
  release(): void;
}

/** The part a connection adds to the methods below: how a call gets to the server. */
export interface CallLane {
  readonly longs: LongsAs;
  readonly callTimeoutMs: number;
  call(method: RmiMethod, write: (out: StreamWriter) => void, limits: CallLimits): Promise<RawValue | boolean>;
  reserve(method: RmiMethod, write: (out: StreamWriter) => void, limits: CallLimits): Promise<ReservedCall>;
}

/**
 * The methods of `javax.management.MBeanServerConnection`. No call is ever repeated by this library once a byte of it
 * was written; errors tell with `requestSent` whether it may have run.
 */
export abstract class MBeanServerClient {
  /** @internal */
  abstract get lane(): CallLane;

  /** @throws JmxRemoteError with `javaClass` InstanceNotFoundException or AttributeNotFoundException, or what the getter threw */
  async getAttribute<T = unknown>(objectName: ObjectNameLike, attribute: string, options?: CallOptions): Promise<T> {
    return await this.run<T>(RMI_CONNECTION.getAttribute, [nameOf(objectName), attribute], options);
  }

  /** Values by attribute, in the order asked for. Attributes that do not exist or whose getter throws are left out. */
  async getAttributes(
    objectName: ObjectNameLike,
    attributes: readonly string[],
    options?: CallOptions,
  ): Promise<Map<string, unknown>> {
    return await this.attributeMap(RMI_CONNECTION.getAttributes, [nameOf(objectName), strings(attributes)], options);
  }

  /**
   * Plain values become the Java type of the attribute, which costs a look at the MBeanInfo where the value leaves it
   * open; a `java` builder is sent as it is.
   */
  async setAttribute(
    objectName: ObjectNameLike,
    attribute: string,
    value: unknown,
    options?: CallOptions,
  ): Promise<void> {
    const [encoded] = await this.attributeValues(objectName, { [attribute]: value }, options);
    await this.run(RMI_CONNECTION.setAttribute, [nameOf(objectName), marshalled(encoded as JavaObject)], options);
  }

  /** Sets several attributes. Returns those that were set, with their new values; failures are left out. */
  async setAttributes(
    objectName: ObjectNameLike,
    values: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<Map<string, unknown>> {
    const list = java.attributeList(await this.attributeValues(objectName, values, options));
    return await this.attributeMap(RMI_CONNECTION.setAttributes, [nameOf(objectName), marshalled(list)], options);
  }

  /**
   * Runs an operation.
   *
   * @param signature Java types of the parameters as `Class.getName()` gives them (`int`, `java.lang.String`,
   *   `[Ljava.lang.String;`, `java.util.Map`). They select the overload and must match exactly.
   * @throws JmxRemoteError what the operation threw; with wrapper ReflectionException when there is no such operation
   */
  async invoke<T = unknown>(
    objectName: ObjectNameLike,
    operation: string,
    params: readonly unknown[] = [],
    signature: readonly string[] = [],
    options?: CallOptions,
  ): Promise<T> {
    const args = invokeArguments(objectName, operation, params, signature);
    return await this.run<T>(RMI_CONNECTION.invoke, args, options);
  }

  /**
   * Does everything for an operation that can fail or take time before it is sent: encodes it, and takes a socket that
   * is open and was seen alive. For callers who must know for certain whether the request left. `options` bound the
   * preparation only; the socket stays taken until `send` or `release`.
   */
  async prepareInvoke<T = unknown>(
    objectName: ObjectNameLike,
    operation: string,
    params: readonly unknown[] = [],
    signature: readonly string[] = [],
    options?: CallOptions,
  ): Promise<PreparedInvoke<T>> {
    const args = invokeArguments(objectName, operation, params, signature);
    const call = await this.lane.reserve(RMI_CONNECTION.invoke, writer(args), this.limits(options));
    return {
      send: (sendOptions) => call.send(this.limits(sendOptions)).then((raw) => this.plain(raw) as T),
      release: () => call.release(),
    };
  }

  /** Names of the MBeans a pattern selects, all when it is null. `query` see `java.isInstanceOf`. */
  async queryNames(
    pattern: ObjectNameLike | null = null,
    query: JavaObject | null = null,
    options?: CallOptions,
  ): Promise<ObjectName[]> {
    const args = [pattern === null ? null : nameOf(pattern), marshalled(query)];
    return [...(await this.run<Iterable<ObjectName>>(RMI_CONNECTION.queryNames, args, options))];
  }

  /** Names and classes of the MBeans a pattern selects, all when it is null. */
  async queryMBeans(
    pattern: ObjectNameLike | null = null,
    query: JavaObject | null = null,
    options?: CallOptions,
  ): Promise<ObjectInstance[]> {
    const args = [pattern === null ? null : nameOf(pattern), marshalled(query)];
    return [...(await this.run<Iterable<ObjectInstance>>(RMI_CONNECTION.queryMBeans, args, options))];
  }

  async isRegistered(objectName: ObjectNameLike, options?: CallOptions): Promise<boolean> {
    return await this.run<boolean>(RMI_CONNECTION.isRegistered, [nameOf(objectName)], options);
  }

  async isInstanceOf(objectName: ObjectNameLike, className: string, options?: CallOptions): Promise<boolean> {
    return await this.run<boolean>(RMI_CONNECTION.isInstanceOf, [nameOf(objectName), className], options);
  }

  async getMBeanInfo(objectName: ObjectNameLike, options?: CallOptions): Promise<MBeanInfo> {
    return await this.run<MBeanInfo>(RMI_CONNECTION.getMBeanInfo, [nameOf(objectName)], options);
  }

  async getObjectInstance(objectName: ObjectNameLike, options?: CallOptions): Promise<ObjectInstance> {
    return await this.run<ObjectInstance>(RMI_CONNECTION.getObjectInstance, [nameOf(objectName)], options);
  }

  async getMBeanCount(options?: CallOptions): Promise<number> {
    return await this.run<number>(RMI_CONNECTION.getMBeanCount, [], options);
  }

  async getDomains(options?: CallOptions): Promise<string[]> {
    return await this.run<string[]>(RMI_CONNECTION.getDomains, [], options);
  }

  async getDefaultDomain(options?: CallOptions): Promise<string> {
    return await this.run<string>(RMI_CONNECTION.getDefaultDomain, [], options);
  }

  /** Makes an MBean of a class the server knows, with its constructor for `signature`. */
  async createMBean(
    className: string,
    objectName: ObjectNameLike | null,
    params: readonly unknown[] = [],
    signature: readonly string[] = [],
    options?: CallOptions,
  ): Promise<ObjectInstance> {
    const name = objectName === null ? null : nameOf(objectName);
    const args = [className, name, parameters(params, signature), strings(signature)];
    return await this.run<ObjectInstance>(RMI_CONNECTION.createMBeanWithParams, args, options);
  }

  async unregisterMBean(objectName: ObjectNameLike, options?: CallOptions): Promise<void> {
    await this.run(RMI_CONNECTION.unregisterMBean, [nameOf(objectName)], options);
  }

  private async attributeMap(
    method: RmiMethod,
    args: readonly JavaValue[],
    options: CallOptions | undefined,
  ): Promise<Map<string, unknown>> {
    const list = await this.run<MBeanAttribute[]>(method, args, options);
    return new Map(list.map(({ name, value }) => [name, value]));
  }

  private async attributeValues(
    objectName: ObjectNameLike,
    values: Readonly<Record<string, unknown>>,
    options: CallOptions | undefined,
  ): Promise<JavaObject[]> {
    const isSettled = (value: unknown) => value === null || typeof value === 'boolean' || value instanceof JavaObject;
    const types = Object.values(values).every(isSettled) ? null : await this.attributeTypes(objectName, options);
    return Object.entries(values).map(([name, value]) => {
      const type = types?.get(name);
      return java.attribute(name, type === undefined ? inferJavaValue(value, name) : toJavaValue(value, type, name));
    });
  }

  private async attributeTypes(objectName: ObjectNameLike, options: CallOptions | undefined) {
    const { attributes } = await this.getMBeanInfo(objectName, options);
    return new Map(attributes.map(({ name, type }) => [name, type]));
  }

  private async run<T>(method: RmiMethod, args: readonly JavaValue[], options: CallOptions | undefined): Promise<T> {
    return this.plain(await this.lane.call(method, writer(args), this.limits(options))) as T;
  }

  private plain(raw: RawValue | boolean): unknown {
    return typeof raw === 'boolean' ? raw : new ValueMapper(this.lane.longs).value(raw);
  }

  private limits(options: CallOptions | undefined): CallLimits {
    const timeoutMs = options?.timeoutMs ?? this.lane.callTimeoutMs;
    if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
      throw new JmxOptionsError([`timeoutMs must be an integer from 1 to ${MAX_TIMEOUT_MS}`]);
    }
    return { timeoutMs, signal: options?.signal };
  }
}

/** Every method of RMIConnection ends in a Subject to act for; delegation is gone from Java 23, so always null. */
function writer(args: readonly JavaValue[]): (out: StreamWriter) => void {
  return (out) => {
    args.forEach((arg) => out.value(arg));
    out.value(null);
  };
}

/** Parsed here: the server answers a malformed name by dropping the socket. */
function nameOf(name: ObjectNameLike): JavaObject {
  return java.objectName(ObjectName.of(name));
}

function strings(texts: readonly string[]): JavaValue {
  return java.array('java.lang.String', texts);
}

function parameters(params: readonly unknown[], signature: readonly string[]): JavaObject {
  if (params.length !== signature.length) {
    throw new JmxEncodeError(`${params.length} parameters do not fit a signature of ${signature.length} types`);
  }
  const values = params.map((param, index) => toJavaValue(param, signature[index] as string, `Parameter ${index + 1}`));
  return marshalled(java.array('java.lang.Object', values));
}

function invokeArguments(
  objectName: ObjectNameLike,
  operation: string,
  params: readonly unknown[],
  signature: readonly string[],
): JavaValue[] {
  return [nameOf(objectName), operation, parameters(params, signature), strings(signature)];
}
