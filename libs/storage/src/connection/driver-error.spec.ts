import { errors, types } from 'cassandra-driver';
import { StoreRefusedError, StoreUnavailableError, UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { toDomainError } from './driver-error.js';

const { responseErrorCodes: code } = types;
const response = (number: number) => new errors.ResponseError(number, 'said the server');
const timedOut = new errors.OperationTimedOutError('no answer in 5000 ms');
const socket = (requestNotWritten: boolean) =>
  Object.assign(new Error('Socket was closed'), { isSocketError: true, requestNotWritten });
const noHost = (inner: unknown) => new errors.NoHostAvailableError({ '10.0.0.1:9042': inner });

const read = { name: 'a.read', kind: 'read' } as const;
const write = { name: 'a.write', kind: 'write' } as const;
const conditional = { name: 'a.lwt', kind: 'conditional' } as const;

describe('what a driver error means', () => {
  it.each([
    ['write timeout', response(code.writeTimeout), UnknownOutcomeError],
    ['write failure', response(code.writeFailure), UnknownOutcomeError],
    ['overloaded', response(code.overloaded), UnknownOutcomeError],
    ['server error', response(code.serverError), UnknownOutcomeError],
    ['unknown outcome of Paxos', response(0x1700), UnknownOutcomeError],
    ['no answer', timedOut, UnknownOutcomeError],
    ['connection lost', socket(false), UnknownOutcomeError],
    ['no answer, then no other host', noHost(timedOut), UnknownOutcomeError],
    ['connection lost before sending', socket(true), StoreUnavailableError],
    ['too few replicas', response(code.unavailableException), StoreUnavailableError],
    ['bootstrapping', response(code.isBootstrapping), StoreUnavailableError],
    ['no host up', noHost('Host considered as DOWN'), StoreUnavailableError],
    ['no connection', noHost(new Error('No connection available')), StoreUnavailableError],
    ['all connections busy', noHost(new errors.BusyConnectionError('h', 1, 1)), StoreUnavailableError],
    ['unauthorized', response(code.unauthorized), StoreRefusedError],
    ['no such table', response(code.invalid), StoreRefusedError],
    ['syntax error', response(code.syntaxError), StoreRefusedError],
  ])('for a write: %s', (_what, error, expected) => {
    expect(toDomainError(write, error)).toBeInstanceOf(expected);
  });

  it.each([
    ['too few replicas, which may come after a Paxos round', response(code.unavailableException), UnknownOutcomeError],
    ['read timeout in its read phase', response(code.readTimeout), UnknownOutcomeError],
    ['no host up', noHost('Host considered as DOWN'), StoreUnavailableError],
    ['unauthorized', response(code.unauthorized), StoreRefusedError],
  ])('for a conditional write: %s', (_what, error, expected) => {
    expect(toDomainError(conditional, error)).toBeInstanceOf(expected);
  });

  it.each([
    ['no answer', timedOut],
    ['read timeout', response(code.readTimeout)],
    ['server error', response(code.serverError)],
    ['connection lost', socket(false)],
    ['too few replicas', response(code.unavailableException)],
  ])('for a read: %s is never an unknown outcome', (_what, error) => {
    expect(toDomainError(read, error)).toBeInstanceOf(StoreUnavailableError);
  });

  it('keeps the cause and the figures, and names the statement', () => {
    const cause = Object.assign(response(code.unavailableException), { required: 2, alive: 1 });
    const error = toDomainError(write, cause) as StoreUnavailableError;
    expect(error.cause).toBe(cause);
    expect(error.details).toMatchObject({ statement: 'a.write', required: 2, alive: 1 });
    expect(error.message).toContain('a.write');
  });

  it('leaves other errors as they are', () => {
    const bug = new TypeError('Expected Buffer');
    expect(toDomainError(write, bug)).toBe(bug);
  });
});
