export { type ReconnectOptions } from './connection/back-off.js';
export { type JmxConnectOptions } from './connection/connect-options.js';
export { JmxClient, type JmxClientEvents, type JmxClientOptions } from './connection/jmx-client.js';
export { type CloseReason, JmxConnection, type JmxConnectionEvents } from './connection/jmx-connection.js';
export { type CallOptions, type ObjectNameLike, type PreparedInvoke } from './connection/mbean-server-client.js';
export {
  JmxAbortError,
  JmxAuthenticationError,
  JmxCallTimeoutError,
  JmxConnectError,
  JmxConnectionClosedError,
  JmxDecodeError,
  JmxEncodeError,
  JmxError,
  JmxErrorCode,
  type JmxErrorDetails,
  JmxNotSerializableError,
  JmxObjectNameError,
  JmxOptionsError,
  JmxRemoteError,
} from './errors.js';
export {
  type JmxSubscription,
  LossReason,
  type NotificationFilter,
  type NotificationListener,
  type NotificationLoss,
  type SubscribeOptions,
} from './notifications/subscription.js';
export { ObjectName } from './object-name/object-name.js';
export { type JmxTlsOptions } from './rmi/endpoint.js';
export { java } from './serialization/java-builders.js';
export { type JavaArray, type JavaEnum, type JavaObject, type JavaValue } from './serialization/java-value.js';
export { type DecodeLimits, DEFAULT_DECODE_LIMITS } from './serialization/limits.js';
export { JavaThrowable } from './values/java-throwable.js';
export {
  type JmxNotification,
  type MBeanAttribute,
  type MBeanAttributeInfo,
  type MBeanConstructorInfo,
  type MBeanFeatureInfo,
  type MBeanInfo,
  type MBeanNotificationInfo,
  type MBeanOperationInfo,
  type MBeanParameterInfo,
  type ObjectInstance,
} from './values/management.js';
export { OpaqueJavaObject } from './values/opaque-java-object.js';
export { type OpenTypeDescription } from './values/open-types.js';
export { type LongsAs } from './values/value-mapper.js';
