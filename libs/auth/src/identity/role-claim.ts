import type { Role } from '../permissions/role.js';

export interface RoleMapping {
  /** Claim that holds the roles or groups; dots lead into objects unless a claim has exactly this name. */
  readonly claim: string;
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** The strongest role that the claim grants. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  { claim, operators, viewers }: RoleMapping,
): Role | undefined {
  const values = new Set(textsOf(read(claims, claim)));
  if (operators.some((value) => values.has(value))) return 'operator';
  return viewers.some((value) => values.has(value)) ? 'viewer' : undefined;
}

function read(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((value, name) => member(value, name), claims);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}
