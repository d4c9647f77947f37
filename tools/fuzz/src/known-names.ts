import { type components, createApiClient } from '@reaper-sidecar/api-client';

/** Share of inputs that name something that exists. */
const SHARE = 0.6;
const TABLES = ['carts', 'orders', 'users'];
/** Logged in by the fuzzer, which may lock it, change and delete it: no caller of ours. */
export const KNOWN_USER = 'known-user';
const USER = { name: KNOWN_USER, password: 'copper-Glacier-71-violin' } as const;

/** Values by the parameter that takes them, as Schemathesis names it. */
export type KnownNames = Readonly<Record<string, readonly string[]>>;

/** Makes runs, users and tokens, so that invented requests can meet something. */
export async function makeKnownNames(baseUrl: string, token: string): Promise<KnownNames> {
  const api = createApiClient({ baseUrl, headers: { authorization: `Bearer ${token}` } });
  const runIds: string[] = [];
  for (const table of TABLES) {
    const body = { keyspace: 'shop', tables: [table], segments: 50 } as components['schemas']['CreateRunDto'];
    const { data, error } = await api.POST('/api/v1/runs', { body });
    // Refused when the run of an earlier round is not over.
    const runId = data?.id ?? error?.runId;
    if (runId === undefined) throw new Error(`The run was refused: ${JSON.stringify(error)}`);
    runIds.push(runId);
  }
  await api.POST('/api/v1/users', { body: { ...USER, role: 'viewer' } });
  const login = await api.POST('/api/v1/auth/login', {
    body: { user: USER.name, password: USER.password, kind: 'token' },
  });
  return {
    'path.runId': runIds,
    'path.keyspace': ['shop', 'lonely', 'bare', 'metrics', 'system'],
    'path.table': [...TABLES, 'points'],
    'path.hostId': ['00000001-0000-4000-8000-000000000000'],
    'path.name': [USER.name],
    'query.keyspace': ['shop'],
    'body.keyspace': ['shop', 'lonely', 'metrics'],
    'body.user': [USER.name],
    'body.password': [USER.password],
    'body.refreshToken': [login.data?.refreshToken ?? ''],
  };
}

/** The configuration file that makes Schemathesis use them. */
export function configurationOf(known: KnownNames): string {
  const names = Object.entries(known);
  const dictionaries = names.map(([, values], at) => `[dictionaries.known${at}]\nvalues = ${JSON.stringify(values)}\n`);
  const parameters = names.map(([name], at) => `"${name}" = { dictionary = "known${at}", probability = ${SHARE} }`);
  return `${dictionaries.join('\n')}\n[parameters]\n${parameters.join('\n')}\n`;
}
