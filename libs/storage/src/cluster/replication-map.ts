/** How a keyspace is replicated, from the map in `system_schema.keyspaces`. */
export interface Replication {
  /** Class name after the last dot. */
  readonly replicationClass: string;
  /** Per datacenter, or under "" for SimpleStrategy. Empty for strategies without factors (LocalStrategy). */
  readonly replicationFactors: Readonly<Record<string, number>>;
}

/** @param options the map as stored: `class` beside `replication_factor` or one factor per datacenter */
export function parseReplication(options: Readonly<Record<string, string>>): Replication {
  const { class: className = '', ...rest } = options;
  const factors: Record<string, number> = {};
  for (const [name, value] of Object.entries(rest)) {
    const factor = totalOf(value);
    if (factor !== undefined) factors[name === 'replication_factor' ? '' : name] = factor;
  }
  return { replicationClass: shortClassName(className), replicationFactors: factors };
}

/** "3", or "3/1" for three replicas of which one is transient. */
function totalOf(value: string): number | undefined {
  const [, total] = /^(\d{1,4})(?:\/\d{1,4})?$/.exec(value) ?? [];
  return total === undefined ? undefined : Number(total);
}

export function shortClassName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1);
}
