import type { IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { permissionOf } from '@reaper-sidecar/auth';
import { GOOD_PASSWORD } from '@reaper-sidecar/auth/testing';
import { TestApi } from '../testing/test-api.js';
import { RoutePermissions } from './route-operations.js';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: { pattern?: string };
  }[];
}

const document = JSON.parse(readFileSync(require.resolve('@reaper-sidecar/api-client/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

/** Every operation with a path that leads to its handler; what it names need not exist. */
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    id: operation.operationId,
    security: operation.security,
    method: method as 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'name' ? 'nobody' : '00000000-0000-4000-8000-000000000000',
    ),
  })),
);

/** Programs may call it, and are then told that they have no sessions. */
const OWN_REFUSALS: ReadonlySet<string> = new Set(['program revokeOwnSessions']);

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('Every operation of the OpenAPI document', () => {
  const api = new TestApi();
  const tokens: Record<string, string> = {};
  /** Ends what goes on for ever. */
  const ask = async (
    method: (typeof operations)[number]['method'],
    path: string,
    token?: string,
  ): Promise<{ status: number; code?: string }> => {
    const request = api.http[method](path).timeout(1_500);
    if (token !== undefined) void request.set('authorization', `Bearer ${token}`);
    if (/events$/.test(path)) {
      return new Promise((resolve, reject) => {
        void request.buffer(false).parse((response, done) => {
          resolve({ status: response.statusCode ?? 0 });
          (response as unknown as IncomingMessage).destroy();
          done(null, '');
        });
        request.then(({ status, body }) => resolve({ status, code: body?.code }), reject);
      });
    }
    const { status, body } = await request;
    return { status, code: (body as { code?: string }).code as string };
  };

  beforeAll(async () => {
    await api.open();
    const { auth } = api.access;
    await auth.users.bootstrap({ name: 'anna', password: GOOD_PASSWORD });
    await auth.users.create({ name: 'ben', password: GOOD_PASSWORD, role: 'viewer' }, 'anna');
  });
  beforeEach(async () => {
    for (const name of ['anna', 'ben']) {
      tokens[name] = (await api.access.auth.login.login({ name, password: GOOD_PASSWORD, address: '::1' })).accessToken;
    }
    tokens['program'] ??= (
      await api.access.auth.apiTokens.create({ name: 'x', role: 'operator', lifetimeMs: 60_000 }, 'anna')
    ).token;
  });
  afterAll(() => api.close());

  const allowed = (permission: unknown, who: string) =>
    permission === 'viewer' || who === 'anna' || (who === 'program' && permission === 'operator');

  it.each(operations)('$id: $method $path', async ({ id, method, path, security }) => {
    const permission = permissionOf(id);
    expect(permission).toBeDefined();
    expect(security.length > 0).toBe(permission !== 'public');
    if (permission === 'public') {
      const { code } = await ask(method, path);
      expect(code === 'FORBIDDEN' || (code === 'UNAUTHENTICATED' && id !== 'refreshSession')).toBe(false);
      return;
    }
    for (const token of [undefined, 'made-up']) expect((await ask(method, path, token)).status).toBe(401);
    for (const who of ['ben', 'program', 'anna']) {
      const { status, code } = await ask(method, path, tokens[who]);
      const refused = status === 401 || (status === 403 && !OWN_REFUSALS.has(`${who} ${id}`));
      expect({ who, status, code, refused }).toMatchObject({ refused: !allowed(permission, who) });
    }
  });
});

describe('A route', () => {
  class Forgotten {
    route(): string {
      return 'open to all';
    }
  }
  Get('forgotten')(
    Forgotten.prototype,
    'route',
    Object.getOwnPropertyDescriptor(Forgotten.prototype, 'route') as never,
  );
  Controller()(Forgotten);

  class Forgetful {}
  Module({ imports: [DiscoveryModule], controllers: [Forgotten], providers: [RoutePermissions] })(Forgetful);

  it('without a permission keeps the process from starting, and the error says where to add it', async () => {
    const app = await NestFactory.create(Forgetful, { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow('operation-permissions.ts');
  });
});
