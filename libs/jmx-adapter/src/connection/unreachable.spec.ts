import { StartRefusedError } from '@reaper-sidecar/repair-core';
import { JmxAuthenticationError, JmxConnectError, JmxErrorCode } from 'jmx-client-node';
import { NodeStartingError, UnexpectedAnswerError } from '../mbeans/java-values.js';
import { connectionClosed, connectRefused, remoteError } from '../testing/jmx-errors.js';
import { asNodeError } from './unreachable.js';

const ENDPOINT = { host: '127.0.0.1', port: 7199 };

function connectError(code: JmxErrorCode) {
  return new JmxConnectError(code, 'what happened', ENDPOINT);
}

describe('asNodeError', () => {
  it.each<[unknown, string, RegExp]>([
    [connectRefused(), 'CONNECTION_REFUSED', /start Cassandra/],
    [connectError(JmxErrorCode.ConnectTimeout), 'CONNECT_TIMEOUT', /overloaded/],
    [connectError(JmxErrorCode.WrongProtocol), 'WRONG_PROTOCOL', /set TLS for JMX as the node has it/],
    [connectError(JmxErrorCode.TlsFailed), 'TLS_FAILED', /certificates/],
    [new JmxAuthenticationError('Invalid username or password'), 'LOGIN_REFUSED', /Invalid username or password/],
    [remoteError('java.lang.SecurityException', 'Access Denied'), 'ACCESS_DENIED', /grant it to the JMX role/],
    [remoteError('javax.management.InstanceNotFoundException', 'x'), 'NODE_STARTING', /has started/],
    [new NodeStartingError('it has no host id yet'), 'NODE_STARTING', /no host id yet/],
    [connectionClosed(), 'CONNECTION_LOST', /opened again by itself/],
    [remoteError('java.lang.IllegalStateException', 'odd'), 'UNEXPECTED_ANSWER', /IllegalStateException: odd/],
    [new UnexpectedAnswerError('LocalHostId', 'a text', 7), 'UNEXPECTED_ANSWER', /LocalHostId should be a text/],
  ])('%s is %s', (error, reason, message) => {
    const known = asNodeError(error, ENDPOINT);
    expect(known).toMatchObject({ code: 'NODE_UNREACHABLE', retryable: true, details: { reason, ...ENDPOINT } });
    expect((known as Error).message).toMatch(message);
    expect((known as Error).cause).toBe(error);
  });

  it('leaves errors of the domain and mistakes alone', () => {
    const refused = new StartRefusedError('no');
    const mistake = new RangeError('oops');
    expect(asNodeError(refused, ENDPOINT)).toBe(refused);
    expect(asNodeError(mistake, ENDPOINT)).toBe(mistake);
  });
});
