import {
  JavaThrowable,
  JmxConnectError,
  JmxConnectionClosedError,
  JmxErrorCode,
  JmxRemoteError,
} from 'jmx-client-node';

/** An exception as the MBean server wraps it. */
export function remoteError(javaClass: string, message: string | null, ...superclasses: string[]): JmxRemoteError {
  const throwable = new JavaThrowable();
  throwable.classNames = [javaClass, ...superclasses];
  throwable.message = message;
  const wrapper = new JavaThrowable();
  wrapper.classNames = ['javax.management.RuntimeMBeanException'];
  wrapper.message = `${javaClass}: ${message}`;
  wrapper.cause = throwable;
  return new JmxRemoteError(wrapper);
}

export function connectionClosed(): JmxConnectionClosedError {
  return new JmxConnectionClosedError(JmxErrorCode.ConnectionClosed, 'The connection was closed by the server');
}

export function connectRefused(): JmxConnectError {
  return new JmxConnectError(JmxErrorCode.ConnectRefused, 'Nothing listens on 127.0.0.1:7199', {
    host: '127.0.0.1',
    port: 7199,
  });
}
