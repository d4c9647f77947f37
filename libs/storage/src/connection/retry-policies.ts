import { policies, type types } from 'cassandra-driver';

const { RetryPolicy, FallthroughRetryPolicy } = policies.retry;

/** Writes: their outcome is for the caller to find out. A conditional write is never sent twice. */
export const noRetry: policies.retry.RetryPolicy = new FallthroughRetryPolicy();

/** Not in the driver's typings: the consistency of the statement. */
const unchanged = undefined as unknown as types.consistencies;

class OtherNodeOnce extends RetryPolicy {
  override onRequestError(info: policies.retry.OperationInfo) {
    return info.nbRetry > 0 ? this.rethrowResult() : this.retryResult(unchanged, false);
  }

  override onUnavailable() {
    return this.rethrowResult();
  }

  override onReadTimeout() {
    return this.rethrowResult();
  }
}

/** Reads: once more through another node when this one does not answer. */
export const readRetry: policies.retry.RetryPolicy = new OtherNodeOnce();
