/** How Cassandra 3.11 to 5.0 tell that a role may not do something. */
const UNAUTHORIZED = /User (\S+) has no (\w+) permission on <([^>]+)> or any of its parents/;

/** A right that the role of the sidecars lacks, and the statement that gives it. */
export interface MissingPermission {
  readonly role: string;
  /** CREATE, ALTER, SELECT, MODIFY, … */
  readonly permission: string;
  /** As CQL names it, for example "KEYSPACE reaper_sidecar". */
  readonly resource: string;
  /** What an administrator can do about it. */
  readonly remedy: string;
}

/** @param message of the answer; another message gives undefined */
export function missingPermission(message: string): MissingPermission | undefined {
  const [, role, permission, where] = UNAUTHORIZED.exec(message) ?? [];
  if (role === undefined || permission === undefined || where === undefined) return undefined;
  const resource = resourceOf(where);
  const grant = `GRANT ${permission} ON ${resource} TO ${role}`;
  return { role, permission, resource, remedy: remedyOf(grant, permission, resource) };
}

/** Cassandra writes "all keyspaces", "keyspace ks", "all tables in ks" (4.1 and later) or "table ks.t". */
function resourceOf(where: string): string {
  if (where === 'all keyspaces') return 'ALL KEYSPACES';
  return where.replace(/^(keyspace|table) /, (kind) => kind.toUpperCase()).replace(/^all tables in /, 'KEYSPACE ');
}

function remedyOf(grant: string, permission: string, resource: string): string {
  if (permission !== 'CREATE' || resource !== 'ALL KEYSPACES') return `Run: ${grant}`;
  return `Run: ${grant} - or create the keyspace yourself and give the role CREATE, ALTER, SELECT and MODIFY on it`;
}
