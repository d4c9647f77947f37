import { errors, types } from 'cassandra-driver';
import {
  DomainError,
  StoreRefusedError,
  StoreUnavailableError,
  UnknownOutcomeError,
} from '@reaper-sidecar/repair-core';
import { missingPermission } from './missing-permission.js';
import type { Statement } from './statement.js';

const code = types.responseErrorCodes;

/** Answers to a request that had no effect. */
const WITHOUT_EFFECT: ReadonlySet<number> = new Set([code.unavailableException, code.isBootstrapping]);

/** Answers that the same statement will get again. */
const REFUSALS: ReadonlySet<number> = new Set([
  code.badCredentials,
  code.protocolError,
  code.syntaxError,
  code.unauthorized,
  code.invalid,
  code.configError,
  code.alreadyExists,
]);

/**
 * What a failed statement means to its caller.
 *
 * - StoreRefusedError: Cassandra will never run it.
 * - UnknownOutcomeError: a write that may take effect now, later or never.
 * - StoreUnavailableError: a read that got no answer, or a write that surely had no effect.
 *
 * Anything that is not about the cluster (a value of the wrong type) comes back as it is.
 */
export function toDomainError(statement: Pick<Statement, 'name' | 'kind'>, error: unknown): unknown {
  if (error instanceof DomainError || !isClusterError(error)) return error;
  const details = { statement: statement.name, ...facts(error) };
  const said = `${statement.name}: ${error.message}`;
  if (isRefusal(error)) {
    const missing = missingPermission(error.message);
    if (missing) {
      const { role, permission, resource, remedy } = missing;
      const message = `${statement.name}: role ${role} has no permission ${permission} on ${resource}. ${remedy}`;
      return new StoreRefusedError(message, { ...details, permission, resource, role }, { cause: error });
    }
    return new StoreRefusedError(`${said}. Look at the role's permissions and the schema`, details, { cause: error });
  }
  if (statement.kind !== 'read' && mayHaveEffect(error, statement.kind === 'conditional')) {
    return new UnknownOutcomeError(`${said}. The write may still take effect`, details, { cause: error });
  }
  return new StoreUnavailableError(said, details, { cause: error });
}

function isClusterError(error: unknown): error is Error {
  return (
    error instanceof errors.ResponseError ||
    error instanceof errors.NoHostAvailableError ||
    error instanceof errors.OperationTimedOutError ||
    error instanceof errors.BusyConnectionError ||
    error instanceof errors.AuthenticationError ||
    isSocketError(error)
  );
}

function isSocketError(error: unknown): error is Error & { readonly requestNotWritten?: boolean } {
  return error instanceof Error && (error as { isSocketError?: unknown }).isSocketError === true;
}

function isRefusal(error: Error): boolean {
  return error instanceof errors.ResponseError && REFUSALS.has(error.code);
}

/**
 * Whether a write that ended with this error may have been applied somewhere. A conditional write runs Paxos again
 * when it meets another one, so even "unavailable" may come after a round that a later one completes.
 */
export function mayHaveEffect(error: unknown, conditional: boolean): boolean {
  if (error instanceof errors.NoHostAvailableError) {
    const tried: unknown[] = Object.values((error.innerErrors as object | null) ?? {});
    return tried.some((one) => mayHaveEffect(one, conditional));
  }
  if (error instanceof errors.OperationTimedOutError) return true;
  if (isSocketError(error)) return error.requestNotWritten !== true;
  if (!(error instanceof errors.ResponseError) || REFUSALS.has(error.code) || error.code === code.unprepared) {
    return false;
  }
  return conditional ? error.code !== code.isBootstrapping : !WITHOUT_EFFECT.has(error.code);
}

/** Figures of the answer that help: how many replicas were asked and how many lived or answered. */
function facts(error: Error): Record<string, unknown> {
  const fields = error as unknown as Record<string, unknown>;
  const known = ['coordinator', 'code', 'required', 'alive', 'received', 'blockFor', 'writeType'];
  return Object.fromEntries(known.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
}
