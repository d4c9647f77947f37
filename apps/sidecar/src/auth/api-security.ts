import type { OpenAPIObject } from '@nestjs/swagger';
import { permissionOf } from '@reaper-sidecar/auth';

const BEARER = 'bearer';
const COOKIE = 'cookie';

const SCHEMES = {
  [BEARER]: {
    type: 'http',
    scheme: 'bearer',
    description: 'A session token of `login`, an API token (`rst_...`), or a token of the configured OIDC issuer',
  },
  [COOKIE]: {
    type: 'apiKey',
    in: 'cookie',
    name: 'reaper_session',
    description: 'Set by `login` with `kind: cookie`; changes also need the header `X-Reaper-CSRF: 1`',
  },
} as const;

const REFUSALS = {
  '401': 'There are no credentials, or they are not valid any more',
  '403': 'The caller may not do this; `code` and `detail` tell why',
} as const;

interface Operation {
  operationId?: string;
  security?: Record<string, string[]>[];
  responses: Record<string, unknown>;
}

/** Adds to every operation what its permission means: who may call it, and how it refuses. */
export function declareSecurity(document: OpenAPIObject): void {
  document.components = { ...document.components, securitySchemes: { ...SCHEMES } };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      const isPublic = permissionOf(operation.operationId ?? '') === 'public';
      operation.security = isPublic ? [] : [{ [BEARER]: [] }, { [COOKIE]: [] }];
      if (!isPublic) addRefusals(operation);
    }
  }
}

function addRefusals({ responses }: Operation): void {
  for (const [status, description] of Object.entries(REFUSALS)) {
    responses[status] ??= {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    };
  }
}
