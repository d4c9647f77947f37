import type { ProblemCode } from './problem-types.js';

export interface ProblemGuide {
  /** When it is answered and what that means. */
  readonly why: string;
  /** What the caller or the operator can do. */
  readonly remedy: string;
}

const FIX_REQUEST = 'Correct what `detail` and `errors` name, then send the request again.';
const RING_MOMENT =
  'Nothing, as a rule: nodes are joining, leaving or moving, and the next look is right. If it stays, compare `nodetool status` of several nodes.';
const READ_LOG = 'Look into the log of the sidecar for the request id. If it is a defect, report it with those lines.';

/** What every problem means, for people: the source of the pages under `/problems/` and in `docs/problems`. */
export const PROBLEM_GUIDE: Readonly<Record<ProblemCode, ProblemGuide>> = {
  VALIDATION_FAILED: {
    why: 'Parts of the request are missing, of the wrong kind or out of bounds, or have names that the operation does not know. Nothing was done. `errors` lists every wrong place at once.',
    remedy: FIX_REQUEST,
  },
  INVALID_JSON: {
    why: 'The body could not be parsed as a JSON object or array.',
    remedy: 'Send valid JSON in UTF-8. A shell may have eaten quotes: put the body into a file.',
  },
  JSON_TOO_DEEP: {
    why: 'Objects and arrays of the body are nested deeper than any request of this API needs.',
    remedy: 'Send the body as the OpenAPI document describes it.',
  },
  BAD_REQUEST: {
    why: 'The request cannot be understood at all, for example a path with a broken escape.',
    remedy: 'Check how the program builds its URLs and headers.',
  },
  INVALID_CURSOR: {
    why: 'A list was asked to go on at a cursor that no answer of this list gave.',
    remedy: 'Use `nextCursor` of the page before, unchanged, or begin without a cursor.',
  },
  INVALID_TOKEN: {
    why: 'A token of the ring is not a whole number within the bounds of the partitioner of the cluster.',
    remedy: 'Send tokens as decimal text, as the ring of the cluster lists them.',
  },
  INVALID_RANGE: {
    why: 'A token range is empty or has ends that do not belong to the partitioner.',
    remedy: 'Send ranges as `(start, end]` with both ends from the ring.',
  },
  UNAUTHENTICATED: {
    why: 'The operation needs a caller who is known, and the request has no credentials, or some that have expired, were revoked or were never valid.',
    remedy:
      'Log in with `POST /api/v1/auth/login`, refresh the session, or send a valid API token as `Authorization: Bearer`.',
  },
  LOGIN_FAILED: {
    why: 'Name and password do not belong to an enabled user. Which of them is wrong is told to nobody.',
    remedy: 'Check both. An operator can set a new password or enable the user again.',
  },
  FORBIDDEN: {
    why: 'The caller is known, but the role does not allow this operation, or an API token was used where a person must log in.',
    remedy: 'Ask an operator for the role, or log in with another user.',
  },
  NO_USER_YET: {
    why: 'Nobody created the first user of the cluster yet. Until then the API answers only the machine of the sidecar, and users and tokens cannot be managed.',
    remedy:
      'Create the first user with `reaper-sidecar bootstrap`, or with REAPER_BOOTSTRAP_USER and REAPER_BOOTSTRAP_PASSWORD_FILE.',
  },
  CSRF_HEADER_MISSING: {
    why: 'A change came with a session cookie and without the header that pages of the sidecar send. It may come from a page of another site.',
    remedy: 'Send `X-Reaper-CSRF: 1` with every change. Programs use `Authorization: Bearer` instead of cookies.',
  },
  UNKNOWN_USER: { why: 'No user has that name.', remedy: 'List the users to see those that exist.' },
  UNKNOWN_API_TOKEN: { why: 'No API token has that id.', remedy: 'List the API tokens to see those that exist.' },
  USER_EXISTS: { why: 'A user of that name exists already.', remedy: 'Change that user, or choose another name.' },
  LAST_OPERATOR: {
    why: 'The change would leave nobody who can manage users.',
    remedy: 'Make another user an operator first.',
  },
  TOO_MANY_ENTRIES: {
    why: 'There are as many users or API tokens as one cluster can have. Names of deleted users count, and so do tokens for 30 days after their end.',
    remedy: 'Reuse a name, or wait until tokens are gone.',
  },
  CHANGED_MEANWHILE: {
    why: 'Others changed users, tokens or keys at the same time, again and again. Nothing was changed by this request.',
    remedy: 'Read the present state and try again.',
  },
  WEAK_PASSWORD: {
    why: 'The new password breaks a rule; `detail` says which.',
    remedy: 'Choose a longer or less common one.',
  },
  INVALID_USER_NAME: {
    why: 'A user name has 1 to 64 lower-case letters, digits, dots, underscores, @ or hyphens, and begins with a letter or digit.',
    remedy: 'Choose another name.',
  },
  TOO_MANY_LOGINS: {
    why: 'Too many logins failed for this account or from this address within 15 minutes, or too many are under way at this moment.',
    remedy: 'Wait until `Retry-After`. If it was not you, somebody guesses passwords: look into the audit trail.',
  },
  FORBIDDEN_ORIGIN: {
    why: 'A browser sent the request for a page of another site, or under a name that is not of this machine while the sidecar listens on loopback only. That may be an attack through the browser of somebody who can reach the sidecar.',
    remedy:
      'Use the pages of the sidecar itself. If another site shall use the API, an operator lists its origin under `http.allowedOrigins`.',
  },
  SIGNATURE_INVALID: {
    why: 'A sidecar tells another one to look by a signed request. The signature does not fit the key of this cluster, or is too old.',
    remedy: 'Check that both sidecars use the same keyspace and that their clocks agree to within a minute.',
  },
  NOT_FOUND: {
    why: 'There is no operation, page or file of that path.',
    remedy: 'Look the path up in `/openapi.json`; behind a proxy, check the base path.',
  },
  UNKNOWN_RUN: {
    why: 'No run has that id. It was never created, or was deleted.',
    remedy: 'List the runs to see those that exist.',
  },
  UNKNOWN_SEGMENT: {
    why: 'The plan of the run has no segment of that number.',
    remedy: 'List the segments of the run to see their numbers.',
  },
  UNIT_BUSY: {
    why: 'At most one unfinished run exists per keyspace, tables, mode, datacenters and nodes. `runId` and `link` name the one that does.',
    remedy: 'Wait for its end, or abort it. To repeat a request safely, send an `Idempotency-Key`.',
  },
  RUN_FINISHED: {
    why: 'The run has ended; an ended run does not change any more.',
    remedy: 'Create a new run to repair again.',
  },
  RUN_ABORTING: {
    why: 'The run is being aborted, which cannot be taken back.',
    remedy: 'Wait until it is ABORTED, then create a new run.',
  },
  RUN_NOT_FINISHED: {
    why: 'Only ended runs can be deleted.',
    remedy: 'Abort the run, wait until it is ABORTED, then delete it.',
  },
  EDIT_CONFLICT: {
    why: 'Others changed the run again and again while this change was tried. It was not made.',
    remedy: 'Read the run and repeat the change if it is still wanted.',
  },
  IDEMPOTENCY_IN_FLIGHT: {
    why: 'A request with the same `Idempotency-Key` is still at work, on this or on another sidecar.',
    remedy:
      'Repeat the request after `Retry-After` seconds. When the process that works on it has died, another one goes on after half a minute.',
  },
  VERSION_MISMATCH: {
    why: 'The request carries `If-Match`, and the thing was changed since the answer that had this ETag. Nothing was done.',
    remedy: 'Read it again, decide whether the change is still wanted, and send it with the new ETag.',
  },
  BODY_TOO_LARGE: {
    why: 'The body has more bytes than any request of this API needs.',
    remedy: 'Send less, for example fewer tables or ranges in one run.',
  },
  URI_TOO_LONG: {
    why: 'Path and query together have more characters than any request of this API needs.',
    remedy: 'Check how the program builds its URLs.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    why: 'The body is not declared as JSON.',
    remedy: 'Send `Content-Type: application/json`.',
  },
  UNKNOWN_KEYSPACE: {
    why: 'The cluster has no keyspace of that name. Names are case-sensitive.',
    remedy: 'List the keyspaces to see those that exist.',
  },
  UNKNOWN_TABLE: {
    why: 'The keyspace has no table of that name. Names are case-sensitive.',
    remedy: 'Use one of the tables that `detail` lists.',
  },
  UNKNOWN_DATACENTER: {
    why: 'No node is in a datacenter of that name. Names are case-sensitive.',
    remedy: 'List the nodes to see their datacenters.',
  },
  UNKNOWN_HOST_ID: {
    why: 'No node of the cluster has that host id.',
    remedy: 'List the nodes to see their host ids.',
  },
  KEYSPACE_NOT_REPLICATED: {
    why: 'Every node has data of its own in this keyspace (LocalStrategy and the like), so there is nothing to compare.',
    remedy: 'Choose a replicated keyspace.',
  },
  NOTHING_TO_REPAIR: {
    why: 'What is left after all choices has no table, or no range with two replicas.',
    remedy: 'Check the replication factor, and the tables, datacenters and nodes of the request.',
  },
  UNSUPPORTED_MODE: {
    why: 'The repair mode is not supported.',
    remedy: 'Use one of the modes that `detail` names.',
  },
  TOO_MANY_SEGMENTS: {
    why: 'The plan has more segments than one run may have.',
    remedy: 'Ask for fewer or larger segments, or repair fewer tables in one run.',
  },
  ESTIMATES_MISSING: {
    why: 'Segments by size need the estimates of Cassandra, and it has none yet.',
    remedy: 'Ask for a number of segments, or wait a few minutes.',
  },
  INPUT_TOO_LARGE: {
    why: 'The cluster has more ranges, nodes or tables than the planner accepts.',
    remedy: 'Repair fewer tables in one run, and report the size of your cluster.',
  },
  INVALID_REQUEST: {
    why: 'Each part of the request is right, but together they make no plan.',
    remedy: FIX_REQUEST,
  },
  UNSUPPORTED_PARTITIONER: {
    why: 'The cluster uses a partitioner other than Murmur3Partitioner or RandomPartitioner.',
    remedy: 'Such a cluster cannot be repaired with this program.',
  },
  START_REFUSED: {
    why: 'Cassandra refused the repair command before it began.',
    remedy: 'Read `detail`: it holds what Cassandra said.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    why: 'The `Idempotency-Key` was used for the same operation with another body or path. Nothing was done.',
    remedy: 'Use a new key for every new request, and the same key only to repeat a request unchanged.',
  },
  TOO_MANY_REQUESTS: {
    why: 'Too many requests came from this address or account, or too many streams are open.',
    remedy:
      'Wait `Retry-After` seconds. Read lists page by page and follow the stream of changes instead of asking all the time. The settings `http.requestsPerSecond` (of an address), `http.callerRequestsPerSecond` (of a user or token) and `http.maxStreams` set the limits.',
  },
  INTERNAL_ERROR: {
    why: 'Something unexpected happened inside the sidecar.',
    remedy: READ_LOG,
  },
  STORE_REFUSED: {
    why: 'Cassandra refused a statement of the sidecar: its role lacks a permission, or the tables of its keyspace are not the expected ones.',
    remedy: 'Check the permissions of the role on the keyspace of the sidecars; the log has the words of Cassandra.',
  },
  UNREADABLE_BODY: {
    why: 'A row was written by a newer version of the sidecar, or by something else.',
    remedy: 'Finish the upgrade of all sidecars. If it stays, report it with the log.',
  },
  STORE_UNAVAILABLE: {
    why: 'Too few replicas of the keyspace of the sidecars answer, or the CQL port of the own node does not.',
    remedy: 'Repeat later. `/health/ready` says what is missing; bring the nodes that are down back up.',
  },
  UNKNOWN_OUTCOME: {
    why: 'The change was sent to Cassandra and no answer came: it may have taken effect or not.',
    remedy: 'Read before you repeat it. With an `Idempotency-Key` you can simply repeat it.',
  },
  NODE_UNREACHABLE: {
    why: 'The JMX port of the node beside this sidecar does not answer, or refuses the login.',
    remedy: 'Repeat through another sidecar. `/health/ready` says what is wrong with this one.',
  },
  RING_UNREADABLE: {
    why: 'The node described a ring that does not fit together.',
    remedy: RING_MOMENT,
  },
  RING_GAP: { why: 'A part of the ring belongs to no node at the moment.', remedy: RING_MOMENT },
  RING_OVERLAP: { why: 'A part of the ring is listed twice at the moment.', remedy: RING_MOMENT },
  UNKNOWN_REPLICA: {
    why: 'The ring names a node whose host id is not known yet.',
    remedy: RING_MOMENT,
  },
};
