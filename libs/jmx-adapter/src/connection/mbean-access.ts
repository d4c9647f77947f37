/** A notification as far as this library reads it. */
export interface MBeanNotification {
  readonly type: string;
  /** The object name of the MBean, or whatever it gave; Cassandra gives a text such as `repair:7`. */
  readonly source: unknown;
  readonly message: string | null;
  readonly userData: unknown;
}

export interface MBeanListener {
  notification(notification: MBeanNotification): void;
  /** The server dropped notifications before they could be fetched. */
  lost(): void;
}

/** An operation whose request is encoded and bound to its connection. */
export interface PreparedInvocation {
  /** Hands the request to the socket before it returns; throws at once, with nothing sent, when the connection is gone. */
  send(): Promise<unknown>;
  release(): void;
}

/** One open JMX connection: what the views of the MBeans need of it. The seam between them and the protocol. */
export interface MBeanAccess {
  getAttribute(objectName: string, attribute: string): Promise<unknown>;
  /** Attributes that the MBean lacks, or failed to read, are missing from the answer. */
  getAttributes(objectName: string, attributes: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  invoke(
    objectName: string,
    operation: string,
    params: readonly unknown[],
    signature: readonly string[],
  ): Promise<unknown>;
  prepareInvoke(
    objectName: string,
    operation: string,
    params: readonly unknown[],
    signature: readonly string[],
  ): Promise<PreparedInvocation>;
  listen(objectName: string, listener: MBeanListener): Promise<void>;
  /** Calls `gone` once when the connection has ended for another reason than {@link close}; at once when it already has. */
  onGone(gone: (cause: unknown) => void): void;
  close(): Promise<void>;
}

/** Opens a connection; rejects with an error of `jmx-client-node`. */
export type OpenMBeanAccess = (signal: AbortSignal) => Promise<MBeanAccess>;
