import { DomainError, NodeUnreachableError } from '@reaper-sidecar/repair-core';
import { JmxError, JmxErrorCode, JmxRemoteError } from 'jmx-client-node';
import { AccessDeniedError } from '../mbeans/mbean.js';
import { NodeStartingError, UnexpectedAnswerError } from '../mbeans/java-values.js';

/** Why the node cannot be used over JMX; in `details.reason` of a NodeUnreachableError. */
export const UnreachableReason = {
  ConnectionRefused: 'CONNECTION_REFUSED',
  ConnectFailed: 'CONNECT_FAILED',
  ConnectTimeout: 'CONNECT_TIMEOUT',
  WrongProtocol: 'WRONG_PROTOCOL',
  TlsFailed: 'TLS_FAILED',
  LoginRefused: 'LOGIN_REFUSED',
  AccessDenied: 'ACCESS_DENIED',
  NodeStarting: 'NODE_STARTING',
  CallTimeout: 'CALL_TIMEOUT',
  ConnectionLost: 'CONNECTION_LOST',
  UnexpectedAnswer: 'UNEXPECTED_ANSWER',
  InvalidOptions: 'INVALID_OPTIONS',
  Closed: 'CLOSED',
} as const;
export type UnreachableReason = (typeof UnreachableReason)[keyof typeof UnreachableReason];

const REMEDIES: Readonly<Record<UnreachableReason, string>> = {
  CONNECTION_REFUSED: 'start Cassandra, or set the JMX host and port it listens on',
  CONNECT_FAILED: 'look at the host name and the network, and at the host and port the RMI registry hands out',
  CONNECT_TIMEOUT: 'look whether the node is overloaded, paused or behind a firewall',
  WRONG_PROTOCOL: 'set TLS for JMX as the node has it, and look whether the port is that of JMX',
  TLS_FAILED: 'look at the certificates of the node and of the sidecar',
  LOGIN_REFUSED: 'set the JMX user and password that the node knows',
  ACCESS_DENIED:
    'grant it to the JMX role (file-based users: readwrite); while a node joins, it refuses everything to everyone',
  NODE_STARTING: 'wait until Cassandra has started',
  CALL_TIMEOUT: 'look at the load and the garbage collections of the node',
  CONNECTION_LOST: 'look whether the node was stopped; the connection is opened again by itself',
  UNEXPECTED_ANSWER: 'look into the log of the node, and whether this release of Cassandra is supported',
  INVALID_OPTIONS: 'correct the JMX settings of the sidecar',
  CLOSED: 'none: the sidecar is shutting down',
};

const REASON_OF_CODE: Readonly<Partial<Record<JmxErrorCode, UnreachableReason>>> = {
  [JmxErrorCode.ConnectRefused]: UnreachableReason.ConnectionRefused,
  [JmxErrorCode.ConnectFailed]: UnreachableReason.ConnectFailed,
  [JmxErrorCode.ConnectTimeout]: UnreachableReason.ConnectTimeout,
  [JmxErrorCode.WrongProtocol]: UnreachableReason.WrongProtocol,
  [JmxErrorCode.TlsFailed]: UnreachableReason.TlsFailed,
  [JmxErrorCode.AuthenticationFailed]: UnreachableReason.LoginRefused,
  [JmxErrorCode.AccessDenied]: UnreachableReason.AccessDenied,
  [JmxErrorCode.CallTimeout]: UnreachableReason.CallTimeout,
  [JmxErrorCode.ConnectorGone]: UnreachableReason.ConnectionLost,
  [JmxErrorCode.ConnectionClosed]: UnreachableReason.ConnectionLost,
  [JmxErrorCode.InvalidOptions]: UnreachableReason.InvalidOptions,
};

/** Where the node's JMX is; part of every error, never with credentials. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** A NodeUnreachableError for a known reason. */
export function nodeUnreachable(
  endpoint: Endpoint,
  reason: UnreachableReason,
  what: string,
  cause?: unknown,
): NodeUnreachableError {
  const address = `${endpoint.host}:${endpoint.port}`;
  const message = `The JMX of the node at ${address} cannot be used: ${what}; ${REMEDIES[reason]}`;
  return new NodeUnreachableError(message, { reason, ...endpoint }, { cause });
}

/**
 * What the caller of a port gets to see of an error: those of the domain as they are, those of the protocol and of
 * broken answers as NodeUnreachableError. Anything else is a mistake of this program and stays what it is.
 */
export function asNodeError(error: unknown, endpoint: Endpoint): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof NodeStartingError) {
    return nodeUnreachable(endpoint, UnreachableReason.NodeStarting, error.message, error);
  }
  if (error instanceof AccessDeniedError) {
    return nodeUnreachable(endpoint, UnreachableReason.AccessDenied, error.message, error);
  }
  if (error instanceof UnexpectedAnswerError) {
    return nodeUnreachable(endpoint, UnreachableReason.UnexpectedAnswer, error.message, error);
  }
  return error instanceof JmxError ? nodeUnreachable(endpoint, reasonOf(error), error.message, error) : error;
}

function reasonOf(error: JmxError): UnreachableReason {
  if (error instanceof JmxRemoteError && error.is('javax.management.InstanceNotFoundException')) {
    return UnreachableReason.NodeStarting;
  }
  return REASON_OF_CODE[error.code] ?? UnreachableReason.UnexpectedAnswer;
}
